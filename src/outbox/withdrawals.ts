// Withdrawals have a lane of their own, because they must not wait behind what they take back. Loaded when there is one.
import { utf8 } from '../../protocol/base64url.ts'
import { withdrawTag } from '../../protocol/receipt.ts'
import { SENDING_ROUTES } from '../../protocol/sending-routes.ts'
import type { DrainPorts } from './ports.ts'
import { noteAnswer } from './server-memory.ts'
import { isOfTheLine, type Trouble } from './setback.ts'
import type { State, Storage, Withdrawal, Writing } from './storage.ts'
import { StorageFailure } from './storage.ts'
import { orTrouble, timed } from './trying.ts'
import { moved } from './verdicts.ts'

const PAGE = 200
const BODY_BYTES = 200
const HERE: readonly State[] = ['waiting', 'refused', 'accepted']

/**
 * Keeps a withdrawal until the server has it, and takes back at once what this device holds under that code. On disk and read
 * back when it resolves; again changes nothing. `beside`: what else is written with it, as often as it is asked;
 * `took` hears each envelope that was taken back, as it was sent. @throws StorageFailure
 */
export async function keepWithdrawal(
  storage: Storage,
  campaign: string,
  code: string,
  tagOf = withdrawTag,
  beside?: (tx: Writing) => Promise<void>,
  took?: (sealed: string) => void,
): Promise<string> {
  const tag = await tagOf(campaign, code)
  await storage.write(async (tx) => {
    await beside?.(tx)
    if (await tx.withdrawal(tag)) return
    await tx.putWithdrawals([{ tag, campaign, code, state: 'waiting', answeredAt: 0 }])
  })
  for (const state of HERE) await takeBack(storage, state, tag, took)
  if (!(await withdrawalOf(storage, tag))) throw new StorageFailure('not-kept')
  return tag
}

/** Null where it was never kept here, or forgotten long after the server had it. */
export const withdrawalOf = (storage: Storage, tag: string): Promise<Withdrawal | null> =>
  storage.read((tx) => tx.withdrawal(tag))

/** In pages, so that no transaction holds a whole outbox. Rare enough to do without an index. */
async function takeBack(storage: Storage, state: State, tag: string, took?: (sealed: string) => void): Promise<void> {
  const mark = `"withdrawTag":"${tag}"`
  for (let after = 0; ; ) {
    const page = await storage.read((tx) => tx.inState(state, PAGE, after))
    const mine = page.filter((entry) => entry.text.includes(mark))
    const ids = mine.map((entry) => entry.id)
    if (ids.length > 0) await storage.write((tx) => blank(tx, ids))
    for (const { text } of mine) took?.(text)
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    after = last.seq
  }
}

/** The sealed text goes; that there was one stays, so that the counts still agree. */
async function blank(tx: Writing, ids: readonly string[]): Promise<void> {
  let tally = await tx.tally()
  const gone = []
  for (const entry of await tx.entries(ids)) {
    if (!entry || entry.state === 'withdrawn') continue
    gone.push({ ...entry, state: 'withdrawn' as const, text: '', size: 0, verdict: null, reason: null })
    tally = moved(tally, entry, 'withdrawn')
  }
  await tx.putEntries(gone)
  await tx.putTally(tally)
}

/** Sends all that wait. Null when they are through, else what was in the way of the last that is not. */
export async function sendWithdrawals({ storage, post, prove, alarm }: DrainPorts): Promise<Trouble | null> {
  let hindered: Trouble | null = null
  for (const { tag, campaign, code } of await storage.read((tx) => tx.withdrawals('waiting', PAGE))) {
    const body = { campaign, code }
    const tried = await orTrouble(
      prove(utf8(JSON.stringify(body)), false, (proof) =>
        timed(alarm, BODY_BYTES, (signal) => post(SENDING_ROUTES.withdrawal, body, signal, proof)),
      ),
    )
    if ('cure' in tried) {
      hindered = tried
      if (isOfTheLine(tried)) return tried
      continue
    }
    await storage.write(async (tx) => {
      const { epoch } = tried.answer
      const there = await tx.withdrawal(tag)
      if (there) await tx.putWithdrawals([{ ...there, state: 'acknowledged', answeredAt: tried.serverDate ?? 0 }])
      await noteAnswer(tx, { epoch, serverDate: tried.serverDate })
    })
  }
  return hindered
}
