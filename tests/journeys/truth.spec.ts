import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import readXlsxFile from 'read-excel-file/node'
import type { Campaign } from '../../protocol/campaign.ts'
import type { Envelope } from '../../protocol/envelope.ts'
import { newUuid } from '../../protocol/ids.ts'
import { newReceiptCode, withdrawTag } from '../../protocol/receipt.ts'
import { ROUTES } from '../../protocol/routes.ts'
import { seal } from '../../protocol/seal.ts'
import { readCsv } from '../console/export/read-csv.ts'
import { readPdf } from '../console/export/read-pdf.ts'
import { makeKey, setUp, unlockAndOpen } from './coordinator.ts'
import { test } from './fixtures.ts'
import { ask, CAMPAIGN } from './open-campaign.ts'
import { sendPhoneBatch, signedBy, spoiled } from './planted.ts'
import type { TestServer } from './server.ts'
import { enrolTablet, makeStand, sendAs } from './stands.ts'
import { CASES, type KnownSignature, knownSignatures, type Truth } from './truth.ts'

// The judged journey, from the set-up link to the delivered petition. Everything in the files is held against the planted truth, each
// format by a reader that knows nothing of Paraphe.

test('from the set-up link to a delivered petition, the files say exactly what was planted', async ({
  server,
  phone: office,
}, info) => {
  test.setTimeout(240_000)
  await office.setViewportSize({ width: 1280, height: 800 })
  await office.emulateMedia({ reducedMotion: 'reduce' })
  await setUp(office, server.setupLink)
  const key = await makeKey(office, info.outputPath('key.age'))
  const cookie = (await office.context().cookies()).map((it) => `${it.name}=${it.value}`).join('; ')
  const { all, batches } = await plant(server, cookie)
  const is = (...truths: Truth[]) => all.filter((it) => truths.includes(it.truth))
  const counted = is('valid', 'to-review')

  await office.goto(`${server.url}/console`)
  await unlockAndOpen(office, key)
  await expect(office.getByRole('row', { name: /^Toutes/ })).toHaveText(/Toutes\s*448\s*492\s*438\s*10\s*40\s*4\s*0/)
  await office.getByRole('button', { name: 'Fichiers', exact: true }).click()

  const name = (it: KnownSignature) => [it.petition, it.person.firstName, it.person.lastName].join(' | ')
  const truth = counted.map(name).sort()
  const facts = (rows: (string | null)[][]) => {
    const at = ['pétition', 'prénom', 'nom'].map((column) => rows[0]?.indexOf(column) ?? -1)
    return rows
      .slice(1)
      .map((row) => at.map((i) => row[i]).join(' | '))
      .sort()
  }
  const csv = await save(office, 'Enregistrer le fichier CSV', info.outputPath('s.csv'))
  expect(facts(readCsv(csv.toString('utf8'), ';'))).toEqual(truth)
  const manifest = JSON.parse((await save(office, 'Son bordereau', info.outputPath('m.json'))).toString('utf8'))
  expect(manifest.files[0].sha256).toBe(createHash('sha256').update(csv).digest('hex'))
  expect(manifest.figures.all).toEqual({
    raw: 492,
    counted: 448,
    valid: 438,
    duplicate: 40,
    'to-review': 10,
    suspicious: 4,
    rejected: 0,
  })
  expect(manifest.figures.unreadable['wrong-key']).toBe(3)
  expect(manifest.batches).toMatchObject({ count: batches.length, ids: batches, unknown: 0 })
  for (const batch of batches) expect(csv.includes(batch), 'no batch stands beside a name').toBe(false)

  const xlsx = info.outputPath('s.xlsx')
  await save(office, 'Enregistrer le classeur Excel', xlsx)
  const [sheet] = (await readXlsxFile(xlsx)) as unknown as { data: (string | null)[][] }[]
  expect(facts(sheet?.data ?? [])).toEqual(truth)

  const jsonl = (await save(office, 'Enregistrer le fichier JSONL', info.outputPath('s.jsonl'))).toString('utf8')
  const acts = jsonl
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  const told = (standing: string) =>
    acts
      .filter((it) => it.review[0].standing === standing)
      .map(({ head, body }) => name({ ...body, petition: head.petitions[0] }))
      .sort()
  for (const standing of ['valid', 'duplicate', 'to-review', 'suspicious'] as const)
    expect(told(standing), standing).toEqual(is(standing).map(name).sort())

  for (const petition of CASES) {
    const title = petition === 'joel-paredes' ? 'Joel' : 'Manahel'
    const book = await save(office, new RegExp(`^Livre de remise.*${title}`), info.outputPath(`${petition}.pdf`))
    const { pages } = await readPdf(new Uint8Array(book))
    const words = new Set(pages.flat().flatMap(({ text }) => text.split(' ')))
    const signers = counted.filter((it) => it.petition === petition)
    expect(signers.filter((it) => !words.has(it.person.lastName))).toEqual([])
    expect(words.has(String(signers.length)), 'the cover says how many').toBe(true)
    for (const it of is('suspicious', 'withdrawn', 'unreadable')) expect(words).not.toContain(it.person.lastName)
  }

  await office.getByRole('button', { name: 'Les fichiers sont en lieu sûr' }).click()
  await expect(office.getByText('Export confirmé.')).toBeVisible()

  // What is open is forgotten on the way, and it asks.
  office.once('dialog', (dialog) => dialog.accept())
  await office.getByRole('link', { name: 'Remettre' }).click()
  const joel = office.getByRole('region', { name: 'Joel Paredes' })
  await joel.getByRole('button', { name: /^Changer son état/ }).click()
  await joel.getByRole('radio', { name: 'Remise' }).check()
  await joel.getByRole('textbox', { name: 'Français' }).fill('Procureur général de Jujuy')
  await joel.getByRole('button', { name: 'Publier' }).click()
  await expect(joel.getByText(/^Remise le .*Procureur général de Jujuy/)).toBeVisible()
  const read = await (await fetch(`${server.url}/p/joel-paredes`)).text()
  expect(read, 'everyone reads that it was delivered, and to whom').toContain('Procureur général de Jujuy')
  for (const it of all.slice(0, 200)) expect(server.log).not.toContain(it.person.lastName)
})

/** Seals everybody to the published key; two stands' tablets and phones send, and five people withdraw by their codes. */
async function plant(server: TestServer, cookie: string): Promise<{ all: KnownSignature[]; batches: string[] }> {
  const campaign = (await (await ask(server, ROUTES.campaign, {})).json()) as Campaign
  const key = campaign.sealingKey
  if (!key) throw new Error('no key')
  const stands = await Promise.all(
    ['Grand marché', 'Lycée d’Aného'].map(async (name) => {
      const { stand, code } = await makeStand(server, cookie, { name })
      return { stand, tablet: await enrolTablet(server, code) }
    }),
  )
  const codes: string[] = []
  const batches = new Map<string, Envelope[]>()
  const opening = new Set<string>()
  const sealed = async (it: KnownSignature): Promise<Envelope> => {
    const code = newReceiptCode()
    if (it.truth === 'withdrawn') codes.push(code)
    const stand = it.stand === null ? {} : { stand: stands[it.stand]?.stand.id as string }
    const head = {
      ...{ v: 1 as const, suite: 'P256-SHA256-A256GCM' as const, id: newUuid(), kind: 'signature' as const },
      ...{ campaign: CAMPAIGN, petitions: [it.petition], key: key.id, consent: 'sign-1' },
      withdrawTag: await withdrawTag(CAMPAIGN, code),
    }
    const envelope = await seal(head, signedBy(it.person, { channel: it.channel, ...stand }), key.publicKey)
    if (it.truth !== 'withdrawn' && it.truth !== 'unreadable') opening.add(envelope.id)
    return it.truth === 'unreadable' ? spoiled(envelope) : envelope
  }
  const { first, later } = knownSignatures()
  const seqs = [0, 0]
  for (const part of [first, later]) {
    for (const at of [0, 1] as const) {
      const mine = await Promise.all(part.filter((it) => it.stand === at).map(sealed))
      for (let i = 0; i < mine.length; i += 100) {
        const some = mine.slice(i, i + 100)
        const from = seqs[at] ?? 0
        const numbered = { seqs: some.map((_, k) => from + k + 1) }
        batches.set((await sendAs(server, stands[at]?.tablet as never, some, numbered)).batchId, some)
        seqs[at] = from + some.length
      }
    }
    const phones = await Promise.all(part.filter((it) => it.stand === null).map(sealed))
    for (const [batch, some] of await sendPhoneBatch(server, phones)) batches.set(batch, some)
  }
  for (const code of codes) await ask(server, ROUTES.withdrawal, { body: { campaign: CAMPAIGN, code } })
  const brought = [...batches].filter(([, some]) => some.some(({ id }) => opening.has(id))).map(([id]) => id)
  return { all: [...first, ...later], batches: brought.sort() }
}

async function save(page: Page, button: string | RegExp, path: string): Promise<Buffer> {
  const saved = page.waitForEvent('download', { timeout: 60_000 })
  await page.getByRole('button', { name: button }).first().click()
  await (await saved).saveAs(path)
  return readFile(path)
}
