import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from '@playwright/test'
import { expect, type Page, readyOffline, test } from './fixtures.ts'
import { openCampaign } from './open-campaign.ts'
import { AFI, fillForm, submit, thanks } from './people.ts'
import { TestServer } from './server.ts'
import { whole } from './whole.ts'

// Reading and signing where the browser or its person asks for something else. A dead server: offline.spec; no Background Sync: road.spec;
// refused storage: no-storage.spec; keyboard alone and screen readers: access.spec.

const PAGES = [
  ...['/', '/en', '/p/joel-paredes', '/en/p/manahel-al-otaibi', '/p/maryia-kalesnikava', '/retrait', '/envois'],
  ...['/p/joel-paredes/lettre', '/en/p/manahel-al-otaibi/letter', '/rejoindre', '/contact'],
]
/** Said by the page of an address that means none. */
const NO_SUCH_PAGE = /^(Cette page n’existe pas|This page does not exist)$/
const NARROW = { width: 320, height: 568 }

test('without JavaScript every page is read, led through, and says what needs it', async ({ browser, server }) => {
  await openCampaign(server)
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: NARROW, locale: 'fr-FR' })
  const page = await context.newPage()
  await page.goto(server.url)
  await page.getByRole('link', { name: 'Joel Paredes' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Justice pour Joel Paredes')
  for (const part of ['Quel est le problème', 'Ce que vous pouvez faire', 'Ce que nous demandons'])
    await expect(page.getByRole('heading', { name: part })).toBeVisible()
  await whole(page, 'a case')
  await expect(page.locator('.form-place noscript')).toBeVisible()
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Justice for Joel Paredes')
  await page.getByRole('link', { name: 'Withdraw' }).click()
  await expect(page.locator('.form-place noscript')).toBeVisible()
  for (const [path, read] of [
    ['/p/joel-paredes/lettre', 'Une lettre courte et personnelle, de vous à lui.'],
    ['/rejoindre', 'Nous traitons chaque personne avec respect'],
    ['/contact', 'Ce formulaire n’est pas fait pour signaler des abus.'],
  ] as const) {
    await page.goto(server.url + path)
    await expect(page.getByText(read, { exact: false })).toBeVisible()
    await expect(page.locator('.form-place noscript')).toBeVisible()
    await whole(page, path)
  }
  await context.close()
})

test('at an address without https the page is read, and says why nobody can sign there', async ({
  launchOptions,
  server,
}) => {
  await openCampaign(server)
  const args = [...(launchOptions.args ?? []), '--host-resolver-rules=MAP stand.lan 127.0.0.1']
  const browser = await chromium.launch({ ...launchOptions, args })
  try {
    const page = await browser.newPage({ locale: 'fr-FR' })
    await page.goto(`http://stand.lan:${server.port}/p/joel-paredes`)
    await expect(page.getByRole('heading', { name: 'Quel est le problème ?' })).toBeVisible()
    await expect(page.getByText('On ne peut pas signer à une adresse en http', { exact: false })).toBeVisible()
    await expect(page.getByLabel('Prénom')).toHaveCount(0)
  } finally {
    await browser.close()
  }
})

test('in 320 px, in letters of twice the size and without motion nothing is cut, and a case is signed', async ({
  server,
  phone,
}) => {
  await openCampaign(server)
  await phone.emulateMedia({ reducedMotion: 'reduce' })
  const bothWays = async (screen: string) => {
    const letters = (size: string) =>
      phone.evaluate((it) => {
        document.documentElement.style.fontSize = it
      }, size)
    await phone.setViewportSize({ width: 360, height: 740 })
    await letters('200%')
    await whole(phone, `${screen}, in letters of twice the size`)
    for (const word of await phone.locator('.top-name, .top-end > a').all())
      expect.soft(await word.evaluate(rowsOf), `${screen}: ${await word.textContent()} in one piece`).toBe(1)
    await letters('100%')
    await phone.setViewportSize(NARROW)
    await whole(phone, `${screen}, in 320 px`)
  }
  for (const path of PAGES) {
    await phone.goto(server.url + path)
    await alive(phone)
    await expect(phone.getByText(NO_SUCH_PAGE)).toHaveCount(0)
    await bothWays(path)
  }
  await phone.goto(`${server.url}/p/joel-paredes`)
  await phone.getByLabel('Prénom', { exact: true }).fill('Afi')
  await submit(phone)
  await expect(phone.getByText('Écrivez votre nom.').first()).toBeVisible()
  await bothWays('the form with what is wrong')
  await fillForm(phone, AFI)
  await submit(phone)
  await thanks(phone, AFI)
  expect(await phone.evaluate(() => document.getAnimations().filter((it) => it.playState === 'running').length)).toBe(0)
  await bothWays('the thank-you')
})

test('a language from right to left mirrors every page, and leaves codes and numbers as they are', async ({
  context,
  errors: _,
}) => {
  const home = await inPseudoRightToLeft()
  const server = await TestServer.create(home)
  try {
    await openCampaign(server)
    const page = await context.newPage()
    await page.setViewportSize({ width: 360, height: 740 })
    const startOf = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((it) => it.getBoundingClientRect().x)
    for (const path of PAGES) {
      await page.goto(server.url + path)
      await expect(page.locator('html')).toHaveAttribute('dir', /^\/en(\/|$)/.test(path) ? 'ltr' : 'rtl')
      await alive(page)
      await expect(page.getByText(NO_SUCH_PAGE)).toHaveCount(0)
      await whole(page, path)
    }
    await page.goto(`${server.url}/p/joel-paredes`)
    await fillForm(page, AFI)
    await page.getByRole('radio', { name: 'E-mail' }).check()
    await expect(page.getByLabel('Adresse e-mail')).toHaveCSS('direction', 'ltr')
    await page.getByRole('radio', { name: 'Téléphone' }).check()
    await expect(page.getByLabel('Numéro de téléphone')).toHaveCSS('direction', 'ltr')
    expect(await startOf('.check input')).toBeGreaterThan(await startOf('.check-line > span'))
    await submit(page)
    await thanks(page, AFI)
    await whole(page, 'the thank-you')
    await expect(page.getByRole('dialog').locator('.code')).toHaveCSS('direction', 'ltr')
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto(`${server.url}/p/joel-paredes`)
    await alive(page)
    expect(await startOf('.case-story')).toBeGreaterThan(await startOf('.case-form'))
    await whole(page, 'a wide window')
    await page.goto(`${server.url}/en/p/joel-paredes`)
    await alive(page)
    expect(await startOf('.case-story')).toBeLessThan(await startOf('.case-form'))
    expect(await server.cspReports()).toEqual([])
    // A server that stops says so to a worker that is still fetching.
    await readyOffline(page)
  } finally {
    await server.remove()
    await rm(home, { recursive: true, force: true })
  }
})

/** Lines that a single word takes. */
const rowsOf = (word: Element) => {
  const range = document.createRange()
  range.selectNodeContents(word)
  return new Set([...range.getClientRects()].map((it) => Math.round(it.top))).size
}

/** What the page waited for has come in place of the words that it would. */
const alive = (page: Page) => expect(page.locator('.form-place')).toHaveCount(0)

/** This build, in which French is written from right to left: DIRECTIONS (src/i18n/languages.ts) says so to server, page and worker. */
async function inPseudoRightToLeft(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'paraphe-home-'))
  for (const part of ['package.json', 'dist', 'content']) await cp(part, join(home, part), { recursive: true })
  await symlink(resolve('node_modules'), join(home, 'node_modules'))
  let said = 0
  for (const folder of ['dist/server', 'dist/client', 'dist/client/assets'].map((it) => join(home, it)))
    for (const file of await readdir(folder)) {
      if (!file.endsWith('.js')) continue
      const text = await readFile(join(folder, file), 'utf8')
      const changed = text.replace(/(\{\s*fr:\s*[`"'])ltr([`"'],\s*en:\s*[`"']ltr)/, '$1rtl$2')
      if (changed === text) continue
      await writeFile(join(folder, file), changed)
      for (const packed of ['.br', '.gz']) await rm(join(folder, file + packed), { force: true })
      said++
    }
  expect(said, 'server and page know the direction').toBeGreaterThanOrEqual(2)
  return home
}
