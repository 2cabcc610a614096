import type { Kysely } from 'kysely'
import { nameKey } from '../name-key.ts'
import * as invitations from './invitations.ts'
import * as people from './people.ts'
import type { Tables } from './schema.ts'
import { forgetSetting, readSetting, writeSetting } from './settings.ts'
import { shortId } from './short-id.ts'
import type { TeamStore } from './team-store.ts'
import type { Writer } from './writer.ts'

const SECOND_FACTOR = 'second-factor'

interface TeamPorts {
  db: Kysely<Tables>
  writer: Writer
  now: () => number
}

export function teamVerbs({ db, writer, now }: TeamPorts): TeamStore {
  return {
    offer: (hash) => invitations.readOffer(db, hash, now()),
    invite: (invitation) => writer.write((trx) => invitations.invite(trx, invitation, now())),
    withdrawInvitation: (id) =>
      writer.write((trx) => invitations.withdraw(trx, now(), ({ hash }) => shortId(hash) === id)),
    accept: (hash, coordinator) => writer.write((trx) => invitations.accept(trx, hash, coordinator, now())),
    team: async () => ({
      people: await people.readPeople(db, now()),
      invitations: await invitations.openInvitations(db, now()),
      ...(await people.readLeft(db)),
    }),
    async person(name) {
      const id = shortId(nameKey(name))
      return (await people.readPeople(db, now())).find((it) => it.id === id) ?? null
    },
    changeRole: (id, role) => writer.write((trx) => people.changeRole(trx, id, role)),
    removePerson: (id) => writer.write((trx) => people.removePerson(trx, id)),
    endOneSession: (id, of) => writer.write((trx) => people.endOneSession(trx, id, of)),
    setPassword: (name, hash, totp, keep) => writer.write((trx) => people.setPassword(trx, name, hash, totp, keep)),
    setSecondFactor: (name, factor) => writer.write((trx) => people.setSecondFactor(trx, name, factor)),
    secondFactorRequired: async () => (await readSetting(db, SECOND_FACTOR)) !== null,
    requireSecondFactor: (required) =>
      writer.write((trx) =>
        required ? writeSetting(trx, SECOND_FACTOR, 'required') : forgetSetting(trx, SECOND_FACTOR),
      ),
    useStep: (name, step) => writer.write((trx) => people.useStep(trx, name, step)),
    useRecoveryCode: (name, hash) => writer.write((trx) => people.useRecoveryCode(trx, name, hash, now())),
  }
}
