// An enrolment's real disk, lock and server.
import { ENROL } from '../../protocol/stand.ts'
import { call } from '../api.ts'
import { ports } from '../outbox/drain-ports.ts'
import type { EnrolPorts } from './enrol.ts'

export const enrolPorts: EnrolPorts = {
  storage: ports.storage,
  lock: ports.lock,
  ask: (body) => call(ENROL, { body }),
}
