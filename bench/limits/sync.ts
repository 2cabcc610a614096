// The limit of sync.chromium: a Dexie table, a loop of fetches, one batch at a time. No lock, no signature, no sums, no contact's memory, no
// time-outs; each verdict is settled by its id in one strict transaction a batch. Not changed to move a ratio. Runs in a worker.
import { Dexie, type Table } from 'dexie'

interface Row {
  id: string
  seq: number
  state: string
  text: string
}

const BATCH = 200

class Limit extends Dexie {
  declare envelopes: Table<Row, string>

  constructor() {
    super('limit', { chromeTransactionDurability: 'strict', cache: 'disabled' })
    this.version(1).stores({ envelopes: 'id, [state+seq], [state+answeredAt]' })
  }
}

const db = new Limit()
const contact = { captured: 0, waiting: 0, refused: 0, withdrawn: 0, lastSeq: 0 }

export async function fill(rows: Row[]): Promise<void> {
  await db.envelopes.clear()
  await db.envelopes.bulkPut(rows)
}

/** Sends all that waits to a server; ms. */
export async function drain(server: string): Promise<number> {
  const began = performance.now()
  // From where it was: what was settled leaves a gap in the index that takes longer and longer to cross.
  for (let after = 0; ; ) {
    const rows = await db.envelopes
      .where('[state+seq]')
      .between(['waiting', after + 1], ['waiting', Number.MAX_SAFE_INTEGER])
      .limit(BATCH)
      .toArray()
    const last = rows.at(-1)
    if (!last) return performance.now() - began
    after = last.seq
    const batchId = crypto.randomUUID()
    const items = rows.map(({ seq, text }) => `{"seq":${seq},"envelope":${text}}`).join(',')
    const body = `{"v":1,"batchId":"${batchId}","items":[${items}],"contact":${JSON.stringify(contact)}}`
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${server}/api/v1/batches/${batchId}`, { method: 'PUT', headers, body })
    const { verdicts } = (await answer.json()) as { verdicts: { id: string; verdict: string }[] }
    const stored = new Set(verdicts.filter((it) => it.verdict === 'stored').map((it) => it.id))
    await db.envelopes.bulkPut(rows.filter((it) => stored.has(it.id)).map((it) => ({ ...it, state: 'accepted' })))
  }
}
