import type { Kept, State } from '../../src/outbox/storage.ts'
import type { Rows } from '../outbox/memory-storage.ts'
import { PLANTED } from './pool.ts'
import { STAYS_MS, type Truth } from './truth.ts'
import { promise } from './violation.ts'

// What holds on every device after every commit.

const STATES: State[] = ['waiting', 'accepted', 'refused', 'withdrawn']

/** captured = waiting + accepted + refused + withdrawn, and each is what is really there. */
export function countsAreRight(name: string, { tally, entries }: Rows, forgets: boolean): void {
  const { captured, waiting, accepted, refused, withdrawn } = tally
  const words = () => `${name}: ${JSON.stringify(tally)}`
  promise('captured is the sum', captured === waiting + accepted + refused + withdrawn, words)
  const there = { waiting: 0, accepted: 0, refused: 0, withdrawn: 0 }
  const seqs = new Set<number>()
  for (const entry of entries.values()) {
    there[entry.state]++
    seqs.add(entry.seq)
  }
  promise('every entry has a number of its own', seqs.size === entries.size, words)
  for (const state of STATES) {
    const right =
      state === 'waiting' || state === 'refused' || !forgets
        ? there[state] === tally[state]
        : there[state] <= tally[state]
    promise('counts are what is there', right, () => `${words()}, but ${there[state]} ${state}`)
  }
}

const HAVE_IT = ['stored', 'duplicate', 'conflict']

/** An entry changes its state only where a server said so of these very bytes, and leaves only when that was long ago. */
export function onlyTheServersWord(name: string, before: Rows, after: Rows, truth: Truth, serverNow: number): void {
  for (const [id, entry] of after.entries) {
    const was = before.entries.get(id)
    if (was === entry) continue
    const words = () => `${name}: ${id} went from ${was?.state ?? 'nothing'} to ${entry.state}`
    const said = truth.said.get(entry.hash)
    if (entry.state === 'accepted')
      promise(
        'accepted is what a server said',
        HAVE_IT.some((word) => said?.has(`${name} ${word}`)),
        words,
      )
    if (entry.state === 'withdrawn') {
      const asked = said?.has(`${name} withdrawn`) || truth.asked.has(truth.slotOf.get(id)?.tag ?? '')
      promise('withdrawn is what its owner or a server said', asked, words)
    }
    promise('what was withdrawn stays so', was?.state !== 'withdrawn' || entry.state === 'withdrawn', words)
    if (entry.state === 'refused') promise('refused is what a server said', truth.mayBeRefused(id, name), words)
    promise(
      'an entry keeps its sealed act',
      entry.state === 'withdrawn' || truth.destroying || entry.text.length > 0,
      words,
    )
    neverInClear(`${name}'s disk`, JSON.stringify(entry))
  }
  for (const [id, entry] of before.entries) {
    if (after.entries.has(id)) continue
    const words = () => `${name}: ${id} was ${entry.state} and is gone`
    promise('what waits does not vanish', entry.state === 'accepted' || entry.state === 'withdrawn', words)
    const since = truth.firstHeld.get(entry.hash)
    if (entry.state === 'accepted')
      promise('stays sealed for 14 server days', since !== undefined && serverNow - since >= STAYS_MS, words)
  }
}

export const waits = (entry: Kept | undefined): boolean => entry?.state === 'waiting' || entry?.state === 'refused'

const CLEAR = [
  PLANTED,
  Buffer.from(PLANTED).toString('base64').slice(0, -2),
  Buffer.from(PLANTED, 'utf16le').toString('latin1'),
]

export function neverInClear(where: string, text: string): void {
  for (const clear of CLEAR) promise('no plaintext crosses any port', !text.includes(clear), () => `in ${where}`)
}
