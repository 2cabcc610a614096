// Promise 1's second way joined to the real network; loaded only where a browser refuses to keep.
import type { Envelope } from '../../protocol/envelope.ts'
import { systemRandom } from '../../protocol/ids.ts'
import { deliver } from './direct.ts'
import { alarm } from './send.ts'
import { here, send } from './this-device.ts'

export { NotDelivered } from './direct.ts'

/** See `deliver`. @throws NotDelivered */
export const keepAtServer = (envelope: Envelope): Promise<'stored' | 'duplicate' | 'conflict'> =>
  deliver(envelope, { send, random: systemRandom, alarm, online: () => here.onLine !== false })
