import { readFileSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, resolve } from 'node:path'
import type { ReadStream, WriteStream } from 'node:tty'
import type { Worker } from 'node:worker_threads'
import { MAX_KEY_FILE_BYTES } from '../src/console/closed-key-file.ts'
import { type Manifest, manifestText } from '../src/console/export/manifest.ts'
import { namesOf } from '../src/console/export/named.ts'
import { dumpLines } from '../src/console/export/write-dump.ts'
import { XlsxError } from '../src/console/export/xlsx.ts'
import { canonicalPhrase } from '../src/console/passphrase.ts'
import { consoleExportWords } from '../src/i18n/console-export.ts'
import { PlainError } from '../sync-server/plain-error.ts'
import type { Order } from './arguments.ts'
import { askPassphrase } from './ask-passphrase.ts'
import { NamedThere } from './named-there.ts'
import { NewFile, refuseToOverwrite } from './new-file.ts'
import { Openers } from './openers.ts'
import { Progress } from './progress.ts'
import { openSource, type Source } from './source.ts'
import { type Written, writeExport } from './write-export.ts'
import { writeReviewed } from './write-reviewed.ts'

export interface Surroundings {
  dataDir: string
  input: ReadStream
  /** What is said while the work goes on. */
  output: WriteStream
  newWorker: () => Worker
  now: () => Date
  /** Paraphe's version. */
  app: string
}

/** Makes what was ordered, whole or not at all; the sentences say what. @throws PlainError */
export async function runExport(order: Order, around: Surroundings): Promise<string[]> {
  const out = resolve(order.out)
  const manifestFile = `${out}.manifest.json`
  refuseToOverwrite(out)
  refuseToOverwrite(manifestFile)
  const source = await openSource(order, around.dataDir)
  try {
    const file = new NewFile(out)
    try {
      if (order.format === 'dump') return await saveDump(source, file, out, around)
      const { manifest, said } = await openInto(file, out, order, source, around)
      const beside = new NewFile(manifestFile)
      beside.write(Buffer.from(manifestText(manifest)))
      beside.keep(basename(manifestFile))
      return said
    } finally {
      file.discard()
    }
  } finally {
    await source.close()
  }
}

async function openInto(file: NewFile, out: string, order: Order, source: Source, around: Surroundings) {
  const { campaign, root } = source.facts
  if (root === null)
    throw new PlainError(`No key was ever published for ${campaign.id}: nothing can have been sealed to it.`)
  const key = order.key as string
  const closed = { name: key, file: keyFileBytes(key), campaign: campaign.id, root }
  const phrase = canonicalPhrase(await askPassphrase(around.input, around.output))
  const format = order.format as Exclude<Order['format'], 'dump'>
  const titles = Object.fromEntries(campaign.petitions.map(({ id, title }) => [id, title[order.language] ?? id]))
  const stands = namesOf(source.facts.stands ?? [])
  const words = { words: consoleExportWords[order.language], titles, stands }
  const reviewed = order.review ?? source.total <= MOST_REVIEWED
  const count = availableParallelism()
  const openers = await Openers.unlock(
    { ...closed, phrase },
    { want: reviewed ? 'acts' : format, file: words },
    count,
    around.newWorker,
  )
  const progress = new Progress(around.output, source.total)
  const there = new NamedThere()
  try {
    const pages = openers.open(there.noting(source.pages()))
    const write = (piece: Uint8Array) => file.write(piece)
    const onPage = (envelopes: number) => progress.at(envelopes)
    const written = reviewed
      ? await writeReviewed(pages, format, words, write, {
          home: campaign.phone,
          decisions: await source.decisions(),
          onPage,
        })
      : await writeExport(pages, format, words, write, onPage)
    const kept = file.keep(basename(out))
    const manifest: Manifest = {
      paraphe: 'export',
      v: 1,
      campaign: campaign.id,
      madeAt: around.now().toISOString(),
      madeBy: null,
      app: around.app,
      filters: {},
      figures: written.figures,
      files: [kept],
      ...there.named(),
      withdrawn: null,
    }
    return { manifest, said: sentences(out, written, reviewed, order.review === null) }
  } catch (error) {
    if (error instanceof XlsxError)
      throw new PlainError('That is more than a spreadsheet can hold. Choose --format csv.', { cause: error })
    throw error
  } finally {
    progress.end()
    await openers.end()
  }
}

/** Before the passphrase is asked for, so that nobody types it for a file that is not there. */
function keyFileBytes(path: string): Uint8Array {
  try {
    if (statSync(path).size <= MAX_KEY_FILE_BYTES) return readFileSync(path)
  } catch (cause) {
    throw new PlainError(`The key file ${path} cannot be read.`, { cause })
  }
  throw new PlainError(`${path} is not a key file that Paraphe made.`)
}

function sentences(out: string, { figures, unreadable }: Written, reviewed: boolean, ownChoice: boolean): string[] {
  const { raw, counted, duplicate, suspicious } = figures.all
  const said = [`${raw} ${raw === 1 ? 'signature' : 'signatures'} of ${figures.people} people in ${out}.`]
  const toReview = figures.all['to-review']
  if (reviewed)
    said.push(
      `${counted} count; ${toReview} of them to review. ${duplicate} duplicates and ${suspicious} suspicious do not.`,
    )
  else if (ownChoice)
    said.push(
      `Nobody looked for duplicates: with more than ${MOST_REVIEWED} envelopes that needs --review and about 2 GiB of memory for each million.`,
    )
  if (unreadable.length > 0) {
    said.push(`${unreadable.length} of ${figures.envelopes} envelopes could not be read:`)
    for (const { id, why } of unreadable.slice(0, MOST_NAMED)) said.push(`  ${id}  ${WHY[why]}`)
    if (unreadable.length > MOST_NAMED) said.push(`  and ${unreadable.length - MOST_NAMED} more`)
  }
  said.push('This file names people in clear: keep it on an encrypted disk, and delete it when it has served.')
  return said
}

/** Up to here everything that was opened is held in memory without being asked for. */
const MOST_REVIEWED = 200_000

const MOST_NAMED = 20
const WHY = {
  'no-key': 'sealed to a key that this file does not hold',
  'wrong-key': 'changed on its way, or sealed to another key',
  'not-readable': 'opened, but no act',
  twice: 'an id that another envelope had before',
}

async function saveDump(source: Source, file: NewFile, out: string, { now, output }: Surroundings): Promise<string[]> {
  const progress = new Progress(output, source.total)
  let saved = 0
  const lines = dumpLines({
    facts: source.facts,
    savedAt: now().toISOString(),
    pages: source.pages(),
    withdrawals: () => source.withdrawals(),
    onProgress: (envelopes) => {
      saved = envelopes
      progress.at(envelopes)
    },
  })
  for await (const line of lines) file.write(Buffer.from(line))
  progress.end()
  file.keep(basename(out))
  return [
    `${saved} sealed ${saved === 1 ? 'envelope' : 'envelopes'} in ${out}. It opens with the campaign’s key file only.`,
  ]
}
