import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import readXlsxFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { newUuid } from '../../../protocol/ids.ts'
import { type FileKind, makeFiles } from '../../../src/console/export/make-files.ts'
import { type Manifest, named } from '../../../src/console/export/manifest.ts'
import type { OpenedAct } from '../../../src/console/review/opened-act.ts'
import { ReviewRoom } from '../../../src/console/review/room.ts'
import { emptyTally } from '../../../src/console/tally.ts'
import { consoleExportWords } from '../../../src/i18n/console-export.ts'
import { CAMPAIGN, signature } from '../fixtures.ts'
import { HOME, opened } from '../review/people.ts'

const ALL = { petitions: null, from: null, to: null, fresh: false, stands: null, channels: null }

async function made(acts: OpenedAct[], filter: Partial<ReviewRoom['opening']['filter']> = {}, kind: FileKind = 'csv') {
  const room = new ReviewRoom({ campaign: CAMPAIGN, home: HOME, filter: { ...ALL, ...filter }, decisions: [] })
  room.take(acts, { ...emptyTally(), envelopes: acts.length, opened: acts.length })
  const { file, manifest } = await makeFiles(room, {
    kind,
    words: consoleExportWords.fr,
    date: '2026-11-25',
    madeAt: '2026-11-25T10:00:00.000Z',
    madeBy: 'Essi',
    withdrawn: null,
    dumpSavedAt: null,
    countedOnly: true,
    titles: {},
    stands: {},
    groups: {},
    consentTexts: {},
  })
  return { ...file, text: await file.content.text(), manifest: JSON.parse(await manifest.content.text()) as Manifest }
}

test('a manifest of the console names the version of Paraphe that made the file', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect((await made([])).manifest.app).toBe(version)
})

test('who may be called stands in a workbook, where a number keeps its + and gets nothing in front', async () => {
  const consents = [{ purpose: 'calls' as const, text: 'appels-1', language: 'fr', given: true }]
  const { name, content } = await made([opened({ ...signature(), consents })], {}, 'calls')
  expect(name).toMatch(/^paraphe-ecrire-2024-appels-messages-.*\.xlsx$/)
  const [sheet] = (await readXlsxFile(Readable.from([Buffer.from(await content.arrayBuffer())]))) as unknown as {
    data: string[][]
  }[]
  expect(sheet?.data[1]).toContain('+22890123456')
})

const [first, second] = [newUuid(), newUuid()].sort() as [string, string]
const brought = (batch?: string, channel: 'phone' | 'stand' = 'phone') =>
  ({ ...opened({ ...signature(), channel }), ...(batch ? { batch } : {}) }) as OpenedAct

test('it names each batch once, of what was chosen only, and says how many envelopes came in one that nobody knows', async () => {
  const acts = [brought(second), brought(first, 'stand'), brought(second), brought()]
  const { manifest } = await made(acts)
  expect(manifest.batches).toMatchObject({ count: 2, ids: [first, second], unknown: 1 })
  expect((await made(acts, { channels: ['stand'] })).manifest.batches).toMatchObject({ ids: [first], unknown: 0 })
})

test.each(['csv', 'jsonl'] as const)('no file says beside a name in which batch it came (%s)', async (kind) => {
  const { text, manifest } = await made([brought(first)], {}, kind)
  expect(text).toContain(signature().person.lastName)
  expect(text).not.toContain(first)
  expect(manifest.batches.ids).toEqual([first])
})

test('of very many batches it gives their number and their digest', async () => {
  const many = await named(Array.from({ length: 10_001 }, () => newUuid()))
  expect([many.count, many.ids]).toEqual([10_001, undefined])
  expect(many.digest).toMatch(/^[0-9a-f]{64}$/)
})
