import type { Kysely } from 'kysely'
import { decide, readDecisions } from './decisions.ts'
import { countEnvelopes } from './envelope-pages.ts'
import * as exports from './exports.ts'
import type { ReviewStore } from './review-store.ts'
import type { Tables } from './schema.ts'
import type { Writer } from './writer.ts'

interface ReviewPorts {
  db: Kysely<Tables>
  writer: Writer
  now: () => number
}

export function reviewVerbs({ db, writer, now }: ReviewPorts): ReviewStore {
  return {
    decisions: (campaign) => readDecisions(db, campaign),
    decide: (campaign, by, decisions) => writer.write((trx) => decide(trx, campaign, by, decisions, now())),
    exports: (campaign) => exports.readExports(db, campaign),
    beginExport: (campaign, run) => writer.write((trx) => exports.beginExport(trx, campaign, run, now())),
    recordExport: (campaign, run, ids) => writer.write((trx) => exports.recordExport(trx, campaign, run, ids)),
    confirmExport: (campaign, run, by, confirmed) =>
      writer.write((trx) => exports.confirmExport(trx, campaign, run, by, confirmed, now())),
    withdrawnSinceExport: (campaign) => exports.withdrawnSinceExport(db, campaign),
    countEnvelopes: (campaign, filter) => countEnvelopes(db, campaign, filter),
    async tagOf(campaign, envelope) {
      const row = await db
        .selectFrom('envelope')
        .select('withdraw_tag')
        .where('campaign', '=', campaign)
        .where('id', '=', envelope)
        // What is counted before what waits, and the first before other bytes under its id.
        .orderBy('quarantined')
        .orderBy('copy')
        .limit(1)
        .executeTakeFirst()
      return row?.withdraw_tag ?? null
    },
  }
}
