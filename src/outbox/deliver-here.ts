// `deliver` joined to this browser. With its proof of work it comes when storage was refused: nobody else needs it.
import type { Envelope } from '../../protocol/envelope.ts'
import { systemRandom } from '../../protocol/ids.ts'
import { type DirectPorts, deliver } from './direct.ts'
import { prove } from './prove-here.ts'
import { alarm } from './send.ts'

export const deliverHere = (
  envelope: Envelope,
  given: Pick<DirectPorts, 'send' | 'online'>,
): ReturnType<typeof deliver> =>
  deliver(envelope, {
    ...given,
    prove,
    random: systemRandom,
    alarm,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  })
