// Promise 1 where the storage fails: what stands on the screen, in both languages. No thank-you without a commit, the form stays
// filled, nothing that was kept is lost, and once it is lifted the same form signs.
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { en } from '../../src/i18n/en/form.ts'
import { fr } from '../../src/i18n/fr/form.ts'
import { outboxWords } from '../../src/i18n/outbox.ts'
import type { StorageProblem } from '../../src/outbox/storage.ts'
import type { DatabaseDump } from '../outbox/fixtures/database-dump.ts'
import { expect, PHONE, readyOffline, test } from './fixtures.ts'
import { ability, begin, type Trouble } from './idb-trouble.ts'
import { openCampaign } from './open-campaign.ts'
import { AFI, KODJO, leaveThanks, type Signer, sign } from './people.ts'

const TROUBLES: Record<Trouble, StorageProblem> = {
  refused: 'cannot-open',
  broken: 'cannot-open',
  'full at open': 'disk-full',
  quota: 'quota',
  full: 'disk-full',
  aborted: 'connection-lost',
  closing: 'closing',
}
/** Of the second language a few, in the gate: the rules are the same, and no words are missing (tests/outbox/status.test.tsx). */
const IN_ENGLISH: readonly Trouble[] = process.env.PARAPHE_LONG
  ? (Object.keys(TROUBLES) as Trouble[])
  : ['refused', 'quota']
const PATHS = { fr: '/p/joel-paredes', en: '/en/p/joel-paredes' }

for (const language of ['fr', 'en'] as const) {
  const words = { fr, en }[language]
  const troubles = Object.entries(TROUBLES).filter(([it]) => language === 'fr' || IN_ENGLISH.includes(it as Trouble))

  test(`each failure of the storage has its words beside a form that stays filled: ${language}`, async ({
    context,
    server,
    errors: _,
  }) => {
    await openCampaign(server)
    await ability(context)
    const phone = await context.newPage()
    await phone.setViewportSize(PHONE)
    await phone.goto(server.url + PATHS[language])
    await readyOffline(phone)
    await context.setOffline(true)
    await fill(phone, AFI)
    await submit(phone)
    await thanked(phone)

    for (const [trouble, problem] of troubles as [Trouble, StorageProblem][]) {
      await begin(phone, trouble)
      await fill(phone, KODJO)
      await submit(phone)
      const form = phone.locator('form')
      await expect(form.getByText(words.failed.title), trouble).toBeVisible()
      await expect(form.getByText(words.failed.storageOffline), trouble).toBeVisible()
      await expect(form.getByText(outboxWords[language].storage[problem]), trouble).toBeVisible()
      await expect(phone.getByRole('dialog'), trouble).toHaveCount(0)
      await expect(phone.locator('#sign-firstName'), trouble).toHaveValue(KODJO.firstName)

      await begin(phone, null)
      await untilThanked(phone, `after ${trouble}`)
    }

    await context.setOffline(false)
    await expect.poll(() => server.counts(), { timeout: 20_000 }).toMatchObject({ 'joel-paredes': 1 + troubles.length })
  })
}

test('what waits and cannot be sent for the storage’s sake says so, and goes when that has passed', async ({
  context,
  server,
  errors: _,
}) => {
  await openCampaign(server)
  await ability(context)
  const phone = await context.newPage()
  await phone.setViewportSize(PHONE)
  await phone.goto(server.url)
  await readyOffline(phone)
  await context.setOffline(true)
  await sign(phone, AFI)
  await expect(phone.getByText('1 envoi chiffré attend dans cet appareil.')).toBeVisible()

  // The server will have it; the device cannot note that. The worker is another process, and well.
  await context.route('**/api/v1/batches/*', async (route) =>
    route.request().serviceWorker() ? route.abort() : route.continue(),
  )
  await begin(phone, 'quota')
  await context.setOffline(false)
  await expect(
    phone.getByText(`1 envoi chiffré attend dans cet appareil. ${outboxWords.fr.storage.quota}`),
  ).toBeVisible()

  await begin(phone, null)
  await phone.getByRole('button', { name: 'Envoyer maintenant' }).click()
  await expect(phone.getByText('Votre envoi est arrivé.')).toBeVisible()
  expect(await server.counts()).toMatchObject({ 'joel-paredes': 1 })
})

test('an old tab that holds the storage of an earlier version is named, and what it kept is there when it has gone', async ({
  context,
  server,
  errors: _,
}) => {
  await openCampaign(server)
  const old = await context.newPage()
  // A page of this site in which nothing of the app runs.
  await old.goto(`${server.url}/healthz`)
  const first = JSON.parse(readFileSync('tests/outbox/fixtures/schema-1.json', 'utf8')) as DatabaseDump
  await old.evaluate(holdDatabase, first)

  const phone = await context.newPage()
  await phone.setViewportSize(PHONE)
  await phone.goto(server.url + PATHS.fr)
  await expect(phone.getByText(outboxWords.fr.storage.blocked)).toBeVisible()
  await readyOffline(phone)
  await context.setOffline(true)
  await fill(phone, KODJO)
  await submit(phone)
  await expect(phone.locator('form').getByText(outboxWords.fr.storage.blocked)).toBeVisible()
  await expect(phone.locator('#sign-firstName')).toHaveValue(KODJO.firstName)

  await old.close()
  // The upgrade goes on by itself, as soon as it may.
  await untilThanked(phone, 'after the old tab had gone')
  await expect(phone.getByText('3 envois chiffrés attendent dans cet appareil.')).toBeVisible()
  await expect(phone.getByText('1 envoi n’a pas été pris.')).toBeVisible()
})

test('the browser is asked to keep what waits for ever, once something waits, and not before', async ({
  context,
  server,
  errors: _,
}) => {
  await openCampaign(server)
  await context.addInitScript(() => {
    if (!('StorageManager' in globalThis)) return
    const asked = { asked: 0 }
    Object.assign(globalThis, asked)
    StorageManager.prototype.persist = async () => {
      ;(globalThis as unknown as { asked: number }).asked += 1
      return false
    }
  })
  const phone = await context.newPage()
  const asked = () => phone.evaluate(() => (globalThis as unknown as { asked: number }).asked)
  await phone.goto(server.url + PATHS.fr)
  await readyOffline(phone)
  await context.setOffline(true)
  await fill(phone, AFI)
  expect(await asked()).toBe(0)
  await submit(phone)
  await thanked(phone)
  await expect.poll(asked).toBe(1)
})

async function fill(page: Page, { firstName, lastName, phone }: Signer): Promise<void> {
  await page.locator('#sign-firstName').fill(firstName)
  await page.locator('#sign-lastName').fill(lastName)
  await page.locator('#sign-phone').fill(phone)
  await page.getByRole('checkbox', { name: /^(Je signe|I sign)/ }).check()
}

const submit = (page: Page) => page.locator('form button[type=submit]').click()

/** Tries again. An opening that began before the trouble was lifted may still fail, and the next try with it. */
async function untilThanked(page: Page, after: string): Promise<void> {
  await expect(async () => {
    await submit(page)
    await expect(page.locator('dialog[open]'), after).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 20_000 })
  await thanked(page)
}

/** The thank-you is there, and left. */
async function thanked(page: Page): Promise<void> {
  await expect(page.locator('dialog[open]')).toBeVisible()
  await leaveThanks(page)
}

/** In the page: the database as a device of that day had it, held open by a tab that never makes way. */
async function holdDatabase(dump: DatabaseDump): Promise<void> {
  const opening = indexedDB.open('paraphe-outbox', dump.version)
  opening.onupgradeneeded = () => {
    for (const [name, { keyPath, indexes, rows }] of Object.entries(dump.stores)) {
      const store = opening.result.createObjectStore(name, { keyPath: keyPath ?? null })
      for (const index of indexes) store.createIndex(index.name, index.keyPath, index)
      for (const row of rows) store.put(row)
    }
  }
  await new Promise((resolve, reject) => {
    opening.onsuccess = resolve
    opening.onerror = reject
  })
  Object.assign(globalThis, { held: opening.result })
}
