import { useMemo } from 'preact/hooks'
import { CARRIER_HEADER, CARRIER_IS_CONSOLE } from '../../protocol/device.ts'
import { HAND_OFF_ROUTES } from '../../protocol/hand-off-routes.ts'
import { prove } from '../outbox/prove-here.ts'
import { httpSend } from '../outbox/send.ts'
import { TakeHandOff } from '../outbox/TakeHandOff.tsx'
import { patience, type TakeInPorts } from '../outbox/take-in.ts'
import { useConsoleWords, useSession } from './console-context.ts'
import { Heading } from './Heading.tsx'
import type { Session } from './session.ts'

const portsOf = (session: Session): TakeInPorts => ({
  ...patience,
  prove,
  // With the session's cookie: the server records who brought the file.
  send: httpSend({
    fetch: (path, init) => fetch(path, { ...init, credentials: 'same-origin' }),
    link: () => undefined,
    clock: () => performance.now(),
  }),
  carrier: async () => ({ [CARRIER_HEADER]: CARRIER_IS_CONSOLE }),
  // The audit log tells of the file first.
  begin: (tail) => session.call(HAND_OFF_ROUTES.take, { body: tail }),
})

/** A volunteer brings a file from a tablet that had no network. */
export function HandOffScreen() {
  const { words } = useConsoleWords()
  const session = useSession()
  const ports = useMemo(() => portsOf(session), [session])
  return (
    <div class="console-form stack">
      <Heading>{words.handOff.title}</Heading>
      <p>{words.handOff.lead}</p>
      <TakeHandOff ports={ports} />
    </div>
  )
}
