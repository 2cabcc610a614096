// Taking in another device's file wants a network, so a phone loads it then and does not fetch it ahead.
import { carrierHeaders } from './device-key.ts'
import { ports, signer } from './drain-ports.ts'
import { prove } from './page-drain.ts'
import { TakeHandOff } from './TakeHandOff.tsx'
import { patience, type TakeInPorts } from './take-in.ts'

const here: TakeInPorts = { ...patience, send: ports.send, prove, carrier: carrierHeaders(signer) }

export const TakeHere = () => <TakeHandOff ports={here} />
