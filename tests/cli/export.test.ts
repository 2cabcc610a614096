import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkDump } from '../../src/console/export/read-dump.ts'
import { dumpLines } from '../../src/console/export/write-dump.ts'
import { consoleExportWords } from '../../src/i18n/console-export.ts'
import { readCsv } from '../console/export/read-csv.ts'
import { newFolder, type Running, start } from '../server/running.fixture.ts'
import { CAMPAIGN, exportHere, exportThere, PHRASE, type Posted, post } from './posted.fixture.ts'

let running: Running
let posted: Posted
let folder: string

beforeAll(async () => {
  running = await start()
  folder = newFolder()
  posted = await post(running, folder)
})
afterAll(async () => {
  await running.stop()
  rmSync(folder, { recursive: true })
})

const words = consoleExportWords.fr
let files = 0
const newName = (ending: string) => join(folder, `file-${++files}.${ending}`)

const opened = async (format: string, more: string[] = []) => {
  const out = newName(format)
  const from = more.includes('--dump') ? [] : ['--campaign', CAMPAIGN]
  const said = await exportHere(running.dataDir, [
    '--key',
    posted.keyFile,
    ...from,
    '--format',
    format,
    '--out',
    out,
    ...more,
  ])
  return { out, said, manifest: JSON.parse(readFileSync(`${out}.manifest.json`, 'utf8')) }
}

/** What a file has to say of each signature, in the order in which they came. */
const truth = () =>
  posted.standing.flatMap(({ envelope, body: { person } }) =>
    envelope.petitions.map((petition) => [
      envelope.id,
      petition,
      person.firstName,
      person.lastName,
      person.phone ?? '',
      person.town ?? '',
    ]),
  )

const factsOf = ([head = [], ...rows]: readonly (readonly (string | null)[])[]) =>
  rows.map((row) =>
    (['envelope', 'petition', 'firstName', 'lastName', 'phone', 'town'] as const).map((column) => {
      const cell = row[head.indexOf(words.columns[column])] ?? ''
      return cell
    }),
  )
const unguarded = (rows: string[][]) =>
  rows.map((row) => row.map((cell) => (cell.startsWith("'") ? cell.slice(1) : cell)))

describe('the command line beside a running server', () => {
  test('writes the planted truth as CSV, in the order in which they came, readable for this account only, with its manifest', async () => {
    const { out, said, manifest } = await opened('csv', ['--no-review'])
    const bytes = readFileSync(out)
    expect(factsOf(unguarded(readCsv(bytes.toString('utf8'), ';')))).toEqual(truth())
    expect(statSync(out).mode & 0o777).toBe(0o600)
    expect(said[0]).toContain('88 signatures of 44 people')
    expect(manifest.files).toEqual([
      { name: out.split('/').at(-1), bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
    ])
    expect(manifest.figures).toMatchObject({ envelopes: 50, people: 44, others: { letter: 1, join: 1, contact: 1 } })
    expect(manifest.figures.unreadable).toEqual({ 'no-key': 1, 'wrong-key': 2, 'not-readable': 0, twice: 0 })
    expect(manifest.envelopes.ids).toHaveLength(50)
    const digest = createHash('sha256').update(manifest.envelopes.ids.map((id: string) => `${id}\n`).join(''))
    expect(manifest.envelopes.digest).toBe(digest.digest('hex'))
    expect(manifest.batches).toMatchObject({ count: posted.batches.length, ids: posted.batches, unknown: 0 })
    const batches = createHash('sha256').update(posted.batches.map((id) => `${id}\n`).join(''))
    expect(manifest.batches.digest).toBe(batches.digest('hex'))
    for (const id of Object.keys(posted.unreadable)) expect(said.join('\n')).toContain(id)
  })

  test('writes the planted truth as a spreadsheet', async () => {
    const { out } = await opened('xlsx', ['--no-review'])
    const [first, second] = (await readXlsxFile(out)) as unknown as { data: (string | null)[][] }[]
    expect(factsOf(first?.data ?? [])).toEqual(truth())
    expect(second?.data).toContainEqual(['signatures reçues', null, '88'])
  })

  test('writes every act whole as JSON lines, and what withdrew in none', async () => {
    const { out } = await opened('jsonl', ['--no-review'])
    const text = readFileSync(out, 'utf8')
    const acts = text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
    const signed = acts.filter(({ body }) => body.kind === 'signature')
    expect(signed.map(({ body }) => body)).toEqual(posted.standing.map(({ body }) => body))
    expect(signed.map(({ head }) => head.id)).toEqual(posted.standing.map(({ envelope }) => envelope.id))
    expect(acts).toHaveLength(47)
    expect(text).not.toContain('Retirée')
  })
})

describe('what the review says', () => {
  /** The twenty that signed twice. */
  const twice = () => posted.standing.slice(-20)

  test('stands beside each signature: the second of a person repeats the first, and a decision stands above', async () => {
    const [first, second] = [twice()[3]?.envelope.id ?? '', twice()[13]?.envelope.id ?? '']
    await running.store.decide(CAMPAIGN, 'Afi', [{ envelope: first, petition: 'awa', verdict: 'rejected' }])
    const { out, said, manifest } = await opened('csv')
    const [head = [], ...rows] = readCsv(readFileSync(out, 'utf8'), ';')
    const of = (id: string, petition: string) => {
      const row = rows.find((it) => it.includes(id) && it[head.indexOf(words.columns.petition)] === petition) ?? []
      return (['standing', 'reason', 'like'] as const).map((column) => row[head.indexOf(words.columns[column])])
    }
    expect(rows).toHaveLength(88)
    expect(of(second, 'bila')).toEqual(['doublon', 'même contact et même nom', first])
    expect(of(first, 'bila')).toEqual(['valable', '', ''])
    expect(of(first, 'awa')).toEqual(['écartée', 'décidé à la main', ''])
    expect(of(second, 'awa')).toEqual(['valable', '', ''])
    const { all } = manifest.figures
    expect(all).toMatchObject({ raw: 88, duplicate: 19, rejected: 1 })
    expect(all.valid + all.duplicate + all['to-review'] + all.suspicious + all.rejected).toBe(88)
    expect(said[1]).toContain('19 duplicates')
  })

  test('is in the other formats too', async () => {
    const { out } = await opened('jsonl')
    const acts = readFileSync(out, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
    const second = acts.find(({ head }) => head.id === twice()[14]?.envelope.id)
    expect(second.review[0]).toMatchObject({ petition: 'awa', standing: 'duplicate', like: twice()[4]?.envelope.id })
    const sheets = (await readXlsxFile((await opened('xlsx')).out)) as unknown as { data: (string | null)[][] }[]
    expect(sheets[0]?.data.flat().filter((cell) => cell === 'doublon')).toHaveLength(19)
  })
})

describe('a sealed dump', () => {
  const dumped = async () => {
    const out = newName('txt')
    await exportHere(running.dataDir, ['--campaign', CAMPAIGN, '--format', 'dump', '--out', out])
    return out
  }

  test('opens to the same file as the database does, and holds no name in clear', async () => {
    const dump = await dumped()
    expect(readFileSync(dump, 'utf8')).not.toMatch(/Kodjovi|Amavi|\+2289/)
    expect(statSync(dump).mode & 0o777).toBe(0o600)
    const [fromDump, fromStore] = [
      await opened('csv', ['--dump', dump, '--no-review']),
      await opened('csv', ['--no-review']),
    ]
    expect(readFileSync(fromDump.out, 'utf8')).toBe(readFileSync(fromStore.out, 'utf8'))
    expect(fromDump.manifest.batches).toEqual(fromStore.manifest.batches)
  })

  test('of the time before batches were kept opens to the same file, and its manifest says that they are not known', async () => {
    const dump = await dumped()
    const { head, withdrawn, pages } = await checkDump(async function* () {
      yield readFileSync(dump)
    })
    const { paraphe: _, v: __, savedAt, ...facts } = head
    const before = {
      ...{ facts, savedAt },
      async *pages() {
        for await (const page of pages()) yield page.map(({ batch: _, ...it }) => it)
      },
      async *withdrawals() {
        yield { tags: [...withdrawn.tags], envelopes: [...withdrawn.envelopes] }
      },
    }
    const old = newName('txt')
    for await (const line of dumpLines({ ...before, pages: before.pages() })) appendFileSync(old, line)
    const [fromOld, fromNew] = [
      await opened('csv', ['--dump', old, '--no-review']),
      await opened('csv', ['--dump', dump, '--no-review']),
    ]
    expect(readFileSync(fromOld.out, 'utf8')).toBe(readFileSync(fromNew.out, 'utf8'))
    expect(fromOld.manifest.batches).toMatchObject({ count: 0, ids: [], unknown: 50 })
  })

  test('that was cut or changed is refused before anything of it is opened', async () => {
    const dump = await dumped()
    const whole = readFileSync(dump, 'utf8')
    const lines = whole.split('\n')
    const damaged = [
      whole.slice(0, -10),
      whole.slice(0, whole.length / 2),
      lines.toSpliced(1, 1).join('\n'),
      whole.replace('"late":false', '"late":true'),
      whole + whole,
    ]
    for (const text of damaged) {
      writeFileSync(dump, text)
      await expect(opened('csv', ['--dump', dump])).rejects.toThrow('was cut or changed')
    }
    writeFileSync(dump, 'nom;prénom\r\n')
    await expect(opened('csv', ['--dump', dump])).rejects.toThrow('is not a sealed dump')
    writeFileSync(dump, whole.replace('"v":1', '"v":2'))
    await expect(opened('csv', ['--dump', dump])).rejects.toThrow('newer Paraphe')
  })
})

describe('what cannot be done is said in a sentence, and leaves no file', () => {
  const refused = async (words: string[], sentence: string | RegExp, phrase = PHRASE) => {
    const before = readdirSync(folder)
    await expect(exportHere(running.dataDir, words, phrase)).rejects.toThrow(sentence)
    expect(readdirSync(folder)).toEqual(before)
  }
  const order = (changes: Record<string, string> = {}) =>
    Object.entries({
      '--key': posted.keyFile,
      '--campaign': CAMPAIGN,
      '--format': 'csv',
      '--out': join(folder, 'never'),
      ...changes,
    }).flat()

  test('a wrong passphrase', () => refused(order(), 'This passphrase does not open', 'une autre phrase'))
  test('no passphrase', () => refused(order(), 'No passphrase was given', ''))
  test('the key file of another campaign', () =>
    refused(order({ '--key': posted.otherKeyFile }), 'of another campaign'))
  test('a file that is no key file', async () => {
    const path = join(folder, 'not-a-key')
    writeFileSync(path, 'bonjour')
    await refused(order({ '--key': path }), 'is not a key file')
  })
  test('a key file that is not there', () => refused(order({ '--key': join(folder, 'gone') }), 'cannot be read'))
  test('a campaign that is not there', () => refused(order({ '--campaign': 'ailleurs' }), 'There is: droits-2024'))
  test('a folder without a database', () => expect(exportHere(folder, order())).rejects.toThrow('There is no database'))
  test('a file that is there already, which stays as it was', async () => {
    const out = newName('csv')
    writeFileSync(out, 'à garder')
    await refused(order({ '--out': out }), 'exists already')
    expect(readFileSync(out, 'utf8')).toBe('à garder')
    rmSync(out)
    writeFileSync(`${out}.manifest.json`, '{}')
    await refused(order({ '--out': out }), 'exists already')
  })
  test('words that are not understood, without repeating them', () =>
    expect(() => exportHere(running.dataDir, ['--passphrase', PHRASE])).toThrow(/^--passphrase is not an option/))
})

test('as a process: the passphrase stands neither among its words nor in its environment', async () => {
  const out = newName('csv')
  const words = ['--key', posted.keyFile, '--campaign', CAMPAIGN, '--format', 'csv', '--out', out]
  const { code, out: said, err, seen } = await exportThere(running.dataDir, words)
  expect([code, err]).toEqual([0, ''])
  expect(said).toContain('88 signatures')
  expect(seen).toContain(out)
  expect(seen).not.toContain(PHRASE)
  const wrong = await exportThere(running.dataDir, [...words.slice(0, -1), newName('csv')], 'faux')
  expect(wrong.code).toBe(1)
  expect(wrong.err.trim()).toBe(
    `This passphrase does not open ${posted.keyFile}. Look at the words, their spelling and their order.`,
  )
  expect(existsSync(out)).toBe(true)
})
