import { createReadStream, existsSync, statSync } from 'node:fs'
import type { Verdict } from '../protocol/review-routes.ts'
import { type DumpFacts, type DumpWithdrawn, MAX_DUMP_WITHDRAWN } from '../protocol/sealed-dump.ts'
import { paged } from '../src/console/export/fetch-dump.ts'
import { checkDump, DumpError, type DumpProblem } from '../src/console/export/read-dump.ts'
import type { Received } from '../src/console/export-rows.ts'
import { PlainError } from '../sync-server/plain-error.ts'
import { openReadOnly } from '../sync-server/store/read-only.ts'
import type { Order } from './arguments.ts'

/** Where sealed envelopes come from: the server's database, or a dump that was saved earlier. What withdrew is in neither. */
export interface Source {
  facts: DumpFacts
  /** Envelopes that will come, as far as it is known before. */
  total: number
  pages(): AsyncIterable<Received[]>
  /** To be asked for after the last page. */
  withdrawals(): AsyncIterable<DumpWithdrawn>
  /** What people decided in the console; a dump carries none of it. */
  decisions(): Promise<{ envelope: string; petition: string | null; verdict: Verdict }[]>
  close(): Promise<void>
}

const PAGE_SIZE = 250

/** @throws PlainError */
export function openSource({ campaign, dump }: Pick<Order, 'campaign' | 'dump'>, dataDir: string): Promise<Source> {
  return dump === null ? storeSource(dataDir, campaign as string) : dumpSource(dump, campaign)
}

async function storeSource(dataDir: string, campaign: string): Promise<Source> {
  const store = await openReadOnly(dataDir)
  const facts = await store.dumpFacts(campaign)
  if (!facts) {
    const known = await store.campaigns()
    await store.close()
    throw new PlainError(`There is no campaign ${campaign} here. There is: ${known.join(', ') || 'none'}.`)
  }
  return {
    facts,
    total: await store.count(campaign),
    pages: () =>
      paged(
        (after) => ours(store.envelopes(campaign, after, PAGE_SIZE)),
        ({ items }) => items,
      ),
    withdrawals: () =>
      paged(
        (after) => ours(store.withdrawals(campaign, after, MAX_DUMP_WITHDRAWN)),
        (it) => it,
      ),
    decisions: () => store.decisions(campaign),
    close: () => store.close(),
  }
}

/** The cursors are those that the store gave, so that it knows them. */
async function ours<P>(asked: Promise<P | null>): Promise<P> {
  const page = await asked
  if (!page) throw new Error('a cursor of our own is not one')
  return page
}

const PROBLEMS: Record<DumpProblem, (file: string) => string> = {
  'not-a-dump': (file) => `${file} is not a sealed dump.`,
  'damaged-dump': (file) => `${file} was cut or changed since it was saved. Take another copy of it, or save it anew.`,
  'newer-dump': (file) => `${file} was saved by a newer Paraphe. Bring this one up to date.`,
}

async function dumpSource(file: string, campaign: string | null): Promise<Source> {
  if (!existsSync(file) || !statSync(file).isFile()) throw new PlainError(`There is no file ${file}.`)
  const checked = await checkDump(() => createReadStream(file, { highWaterMark: 256 * 1024 })).catch(
    (error: unknown) => {
      throw error instanceof DumpError ? new PlainError(PROBLEMS[error.problem](file), { cause: error }) : error
    },
  )
  const { head, tail, withdrawn, pages } = checked
  if (campaign !== null && head.campaign.id !== campaign)
    throw new PlainError(`${file} is of campaign ${head.campaign.id}, not of ${campaign}.`)
  return {
    facts: head,
    total: tail.envelopes,
    pages,
    async *withdrawals() {
      yield { tags: [...withdrawn.tags], envelopes: [...withdrawn.envelopes] }
    },
    decisions: async () => [],
    close: async () => {},
  }
}
