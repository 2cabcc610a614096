import type BetterSqlite from 'better-sqlite3'
import { prepared } from './dying-database.ts'

// What the server's database holds, read past the code under test.

export interface HeldRow {
  campaign: string
  id: string
  hash: string
  tag: string
  petitions: string
  quarantined: 0 | 1
  copy: 0 | 1
  bytes: number
}

export interface Held {
  rows: HeldRow[]
  /** By hash of the sealed act. */
  byHash: Map<string, HeldRow[]>
  byId: Map<string, HeldRow[]>
  tombstones: Set<string>
  withdrawnIds: Set<string>
  envelopes: Map<string, number>
  destroyed: Set<string>
  quarantinedBytes: Map<string, number>
  signatures: Map<string, number>
}

const ROWS = `select campaign, id, hash, withdraw_tag as tag, petitions, quarantined, copy, length(sealed) as bytes
  from envelope`

export function readHeld(sqlite: BetterSqlite.Database): Held {
  const all = <T>(sql: string) => prepared(sqlite, sql).all() as T[]
  const rows = all<HeldRow>(ROWS)
  const campaigns = all<{ id: string; envelopes: number; bytes: number; destroyed: number | null }>(
    'select id, envelopes, quarantined_bytes as bytes, destroyed_at as destroyed from campaign',
  )
  const counts = all<{ petition: string; signatures: number }>('select petition, signatures from petition_count')
  return {
    rows,
    byHash: grouped(rows, (row) => row.hash),
    byId: grouped(rows, (row) => row.id),
    tombstones: new Set(all<{ tag: string }>('select withdraw_tag as tag from tombstone').map((it) => it.tag)),
    withdrawnIds: new Set(all<{ id: string }>('select id from withdrawn_envelope').map((it) => it.id)),
    destroyed: new Set(campaigns.flatMap((it) => (it.destroyed === null ? [] : [it.id]))),
    envelopes: new Map(campaigns.map((it) => [it.id, it.envelopes])),
    quarantinedBytes: new Map(campaigns.map((it) => [it.id, it.bytes])),
    signatures: new Map(counts.map((it) => [it.petition, it.signatures])),
  }
}

/** Ids of what is held just now; called right after a commit. */
export const idsHeld = (sqlite: BetterSqlite.Database): Set<string> =>
  new Set((prepared(sqlite, 'select id from envelope').all() as { id: string }[]).map(({ id }) => id))

function grouped(rows: HeldRow[], keyOf: (row: HeldRow) => string): Map<string, HeldRow[]> {
  const groups = new Map<string, HeldRow[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}
