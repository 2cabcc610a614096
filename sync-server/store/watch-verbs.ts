import type { Kysely } from 'kysely'
import type { ErasureLog } from './erasure-log.ts'
import type { Tables } from './schema.ts'
import type { WatchStore } from './watch-store.ts'
import { QUEUE, type Writer } from './writer.ts'

export interface WatchPorts {
  db: Kysely<Tables>
  writer: Writer
  erasures: ErasureLog
}

/** Below it a withdrawal may still fit, and the database may not: time to look. */
const ROOM_BYTES = 16 * 1024 * 1024

export function watchVerbs({ db, writer, erasures }: WatchPorts): WatchStore {
  return {
    async readiness() {
      const answers = () => db.selectFrom('setting').select('name').limit(1).execute()
      const [store, log] = await Promise.all([
        answers().then(
          () => writer.waiting < QUEUE,
          () => false,
        ),
        erasures.check(),
      ])
      return { store, erasures: log.writable && log.freeBytes >= ROOM_BYTES }
    },
    async figures() {
      const campaigns = await db
        .selectFrom('campaign')
        .select(['id', 'envelopes', 'quarantined_bytes'])
        .select((eb) =>
          eb
            .selectFrom('tombstone')
            .select((of) => of.fn.countAll<number>().as('n'))
            .whereRef('tombstone.campaign', '=', 'campaign.id')
            .as('withdrawals'),
        )
        .where('removed', '=', 0)
        .orderBy('id')
        .execute()
      const devices = await db
        .selectFrom('device')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('revoked_at', 'is', null)
        .executeTakeFirstOrThrow()
      const { freeBytes } = await erasures.check()
      return {
        campaigns: campaigns.map((it) => ({
          campaign: it.id,
          envelopes: it.envelopes,
          quarantineBytes: it.quarantined_bytes,
          withdrawals: it.withdrawals ?? 0,
        })),
        devices: devices.n,
        commits: writer.commits,
        waiting: writer.waiting,
        freeBytes,
      }
    },
  }
}
