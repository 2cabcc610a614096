// A server that was restored from a backup has forgotten what it acknowledged since. It is asked for everything that this device
// still holds, and what it misses waits again (design §4, Restores). Loaded when that has happened.
import { HAVE, type HaveAnswer, type Held, MAX_ASKED } from '../../protocol/have.ts'
import type { DrainPorts } from './ports.ts'
import { noteAnswer } from './server-memory.ts'
import { isOfTheLine, type Trouble } from './setback.ts'
import type { Kept, Reading, Storage, Tally, Writing } from './storage.ts'
import { trying } from './trying.ts'
import { FORMER, moved } from './verdicts.ts'

/** About what one item of the question takes. */
const ITEM_BYTES = 100

/** Entries that a run puts back unasked, at most: more than a few are not to blame each for itself. */
const MOST_UNASKED = 8

/** Asks until everything has been asked about. Null when that is done, else what was in the way. @throws StorageFailure */
export async function askBack({ storage, queue, post, alarm }: DrainPorts): Promise<Trouble | null> {
  const { failures } = await queue.memory()
  let most = MAX_ASKED
  let unasked = 0
  for (;;) {
    const question = await nextQuestion(storage, most)
    if (!question) return null
    const { campaign, entries } = question
    const items = entries.map(({ id, hash }) => ({ id, hash }))
    const tried = await trying(alarm, items.length * ITEM_BYTES, (signal) => post(HAVE, { campaign, items }, signal))
    if ('cure' in tried) {
      // One entry may be to blame, as in a batch (send-waiting.ts). What passes by itself has to fail twice.
      if (isOfTheLine(tried) || (tried.cure === 'again' && failures === 0) || unasked === MOST_UNASKED) return tried
      most = Math.ceil(entries.length / 2)
      const [alone] = entries.length === 1 ? entries : []
      if (!alone) continue
      await storage.write((tx) => sendUnasked(tx, alone))
      unasked++
      continue
    }
    const answered = await storage.write((tx) => settleHeld(tx, entries, tried.answer, tried.serverDate))
    // Restored once more meanwhile: from the beginning, but not for ever in this run.
    if (answered === null) return null
    if (answered === 0) return { why: 'unanswered', cure: 'entry', convicts: null, retryAfterMs: 0 }
    most = Math.min(MAX_ASKED, most * 2)
  }
}

/** What cannot be asked about is sent again, which changes nothing where it is held, and brings nothing back. */
async function sendUnasked(tx: Writing, { id }: Kept): Promise<void> {
  const [entry] = await tx.entries([id])
  const next = entry?.state === 'accepted' ? afterHeld(entry, await tx.tally(), 'missing') : null
  if (!next) return
  await tx.putEntries([next.entry])
  await tx.putTally(next.tally)
}

/** The next accepted entries of one campaign, oldest first; null when there are none left to ask about. */
async function nextQuestion(storage: Storage, most: number): Promise<{ campaign: string; entries: Kept[] } | null> {
  const found = await storage.read((tx) => unasked(tx, most))
  const [first] = found ?? []
  if (first) return { campaign: first.campaign, entries: found as Kept[] }
  if (found) await storage.write(finish)
  return null
}

/** Null where nothing has to be asked; empty where everything was. */
async function unasked(tx: Reading, most = MAX_ASKED): Promise<Kept[] | null> {
  const { restored, askedTo } = await tx.memory()
  if (!restored) return null
  const accepted = await tx.inState('accepted', most, askedTo)
  const other = accepted.findIndex(({ campaign }) => campaign !== accepted[0]?.campaign)
  return other < 0 ? accepted : accepted.slice(0, other)
}

/** Another page may have heard of another restore meanwhile. */
async function finish(tx: Writing): Promise<void> {
  if ((await unasked(tx))?.length === 0) await tx.putMemory({ ...(await tx.memory()), restored: false, askedTo: 0 })
}

/**
 * Returns how many of the asked, from the first on, the answer named: what it lacks has not been asked about. Null where the server
 * was restored between question and answer: then nothing has.
 */
async function settleHeld(
  tx: Writing,
  asked: readonly Kept[],
  { epoch, items }: HaveAnswer,
  serverDate: number | null,
): Promise<number | null> {
  const before = await tx.memory()
  const held = new Map(items.map((it) => [it.id, it.held]))
  const hashes = new Map(asked.map(({ id, hash }) => [id, hash]))
  let tally = await tx.tally()
  const changed: Kept[] = []
  for (const entry of await tx.entries(asked.map(({ id }) => id))) {
    if (entry?.state !== 'accepted' || entry.hash !== hashes.get(entry.id)) continue
    const next = afterHeld(entry, tally, held.get(entry.id))
    if (!next) continue
    changed.push(next.entry)
    tally = next.tally
  }
  await tx.putEntries(changed)
  await tx.putTally(tally)
  await noteAnswer(tx, { epoch, serverDate })
  const lacking = asked.findIndex(({ id }) => !held.has(id))
  const answered = lacking < 0 ? asked.length : lacking
  const last = asked[answered - 1]
  if (before.epoch !== epoch) return null
  if (!last) return 0
  const memory = await tx.memory()
  await tx.putMemory({ ...memory, askedTo: Math.max(memory.askedTo, last.seq) })
  return answered
}

/** What the server's word makes of an accepted entry; null where it stays. */
function afterHeld(entry: Kept, tally: Tally, held: Held | undefined): { entry: Kept; tally: Tally } | null {
  switch (held) {
    case 'missing':
      // Without its text (destroyed by the coordinators, says an earlier answer) there is nothing to send.
      if (entry.text === '') return null
      return waitingAgain({ ...entry, state: 'waiting', verdict: null, answeredAt: 0 }, moved(tally, entry, 'waiting'))
    case 'withdrawn':
      return {
        entry: { ...entry, state: 'withdrawn', text: '', size: 0, verdict: 'withdrawn' },
        tally: moved(tally, entry, 'withdrawn'),
      }
    case 'destroyed':
      return { entry: { ...entry, text: '', size: 0 }, tally }
    default:
      return null
  }
}

/** What was acknowledged to an earlier enrolment is captured by this one, when it has to be sent again. */
function waitingAgain(entry: Kept, tally: Tally): { entry: Kept; tally: Tally } {
  if (entry.seq < FORMER) return { entry, tally }
  const lastSeq = tally.lastSeq + 1
  return {
    entry: { ...entry, seq: lastSeq },
    tally: { ...tally, captured: tally.captured + 1, waiting: tally.waiting + 1, lastSeq },
  }
}
