import type { Kysely } from 'kysely'
import { enrolByCode, readStanding, trustAt } from './enrolment.ts'
import type { Tables } from './schema.ts'
import * as codes from './stand-codes.ts'
import type { StandStore } from './stand-store.ts'
import * as stands from './stands.ts'
import type { CampaignRecord } from './store.ts'
import type { Writer } from './writer.ts'

export interface StandPorts {
  db: Kysely<Tables>
  writer: Writer
  now: () => number
  /** Null where it does not exist or was removed. */
  campaign: (id: string) => Promise<CampaignRecord | null>
}

export function standVerbs({ db, writer, now, campaign }: StandPorts): StandStore {
  return {
    stands: (id) => stands.readStands(db, id, now()),
    stand: (id, stand) => stands.readStand(db, id, stand, now()),
    async makeStand(id, draft) {
      const record = await campaign(id)
      if (!record) return 'unknown-campaign'
      if (record.root === null) return 'unknown-key'
      if (!asksForItsOwn(record, draft.petitions)) return 'unknown-petition'
      return writer.write((trx) => stands.makeStand(trx, id, draft, now()))
    },
    async changeStand(id, stand, draft, closed) {
      const record = await campaign(id)
      if (!record) return 'unknown-stand'
      if (!asksForItsOwn(record, draft.petitions)) return 'unknown-petition'
      return writer.write((trx) => stands.changeStand(trx, id, stand, draft, closed, now()))
    },
    newCode: (id, stand, code) => writer.write((trx) => stands.newCode(trx, id, stand, code, now())),
    withdrawCode: (id, stand) => writer.write((trx) => stands.withdrawCode(trx, id, stand, now())),
    async enrolByCode(code, device) {
      // Who guesses never gets as far as the pen.
      if (!(await codes.isKnown(db, code))) return 'unknown-code'
      return writer.write((trx) => enrolByCode(trx, code, device, now()))
    },
    standOf: (device) => readStanding(db, device),
    trustDevice: (id, stand, device) => writer.write((trx) => trustAt(trx, id, stand, device, now())),
  }
}

const asksForItsOwn = ({ published }: CampaignRecord, petitions: readonly string[]): boolean =>
  petitions.every((id) => published.petitions.some((it) => it.id === id))
