import type { Account, Person } from '../protocol/team-routes.ts'
import type { Session } from './store/coordinator-record.ts'
import { shortId } from './store/short-id.ts'
import type { PersonRecord } from './store/team-store.ts'

// People as the console shows them to one of them.

export const iso = (at: number): string => new Date(at).toISOString()

export function personView(person: PersonRecord, caller: Session): Person {
  const { id, name, role, addedAt, secondFactor, sessions } = person
  const here = shortId(caller.hash)
  return {
    id,
    name,
    role,
    addedAt: iso(addedAt),
    secondFactor,
    you: name === caller.name,
    sessions: sessions.map((it) => ({
      id: it.id,
      startedAt: iso(it.startedAt),
      lastUsedAt: iso(it.lastUsedAt),
      agent: it.agent,
      here: it.id === here,
    })),
  }
}

export const accountView = (person: PersonRecord, caller: Session): Account => ({
  ...personView(person, caller),
  recoveryLeft: person.recoveryLeft,
})
