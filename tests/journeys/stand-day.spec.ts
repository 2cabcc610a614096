// A stand's whole day at the size of its tablet, through the app as it is built: from the card to the console's last figure.
import { readFile } from 'node:fs/promises'
import { open } from '../../protocol/opening.ts'
import { filmCard } from './card-film.ts'
import { logIn } from './coordinator.ts'
import { expect, type Page, PHONE, readyOffline, test, watch } from './fixtures.ts'
import * as hands from './kiosk-hands.ts'
import { MortalBrowser } from './mortal-browser.ts'
import { CAMPAIGN, openCampaign } from './open-campaign.ts'
import { received } from './received.ts'
import { makeStand, standsOf } from './stands.ts'

const PASSERS = process.env.PARAPHE_LONG ? 30 : 8
const TALL = { width: 820, height: 1180 }

/** Every third in English, every fourth for one case alone. */
const passer = (n: number): hands.Passer => ({
  firstName: `Passante${n}`,
  lastName: `Marquée-${n}`,
  phone: `90 12 34 ${String(n + 10).padStart(2, '0')}`,
  language: n % 3 === 0 ? 'en' : 'fr',
  ...(n % 4 === 0 ? { only: 'Joel Paredes' } : {}),
})

const sums = (page: Page) => page.getByRole('region', { name: 'Le compte' }).locator('dd').allInnerTexts()

test(`a stand’s day: ${PASSERS} sign without network, the browser dies, half goes by file, and all count once`, async ({
  server,
  browser,
  launchOptions,
}, info) => {
  test.setTimeout(300_000)
  const errors: string[] = []
  const { cookie, opening } = await openCampaign(server)
  const { link, stand } = await makeStand(server, cookie, { tablets: 1 })
  const film = await filmCard(launchOptions, link, server.port)
  const mortal = await MortalBrowser.create(film.options)
  const launch = async (offline: boolean) => {
    const living = await mortal.launch({ viewport: TALL, permissions: ['camera'], reducedMotion: 'reduce', offline })
    watch(living.context, errors)
    return { living, tablet: living.context.pages()[0] ?? (await living.context.newPage()) }
  }
  let { living, tablet } = await launch(false)
  const signed: { who: hands.Passer; code: string }[] = []
  const signs = async (n: number) => {
    const who = passer(n)
    if (n % 2 === 0)
      await hands.walkAway(tablet, { ...who, firstName: 'Reparti' }, hands.WAYS_OUT[(n / 2) % 3] ?? 'clear')
    await expect(tablet.locator('body'), 'nothing of who went away').not.toContainText('Reparti')
    signed.push({ who, code: await hands.signAtKiosk(tablet, who) })
  }

  try {
    await test.step('the card is scanned, the tablet checks itself, and opens without network', async () => {
      await tablet.goto(`${server.url}/stand`)
      await tablet.getByRole('button', { name: 'Scanner le code' }).click()
      await tablet.getByRole('button', { name: 'Oui, les mêmes' }).click({ timeout: 90_000 })
      await hands.choosePin(tablet)
      await tablet.getByRole('button', { name: 'Continuer' }).click(hands.CHECKED)
      await readyOffline(tablet)
      await living.context.setOffline(true)
      await tablet.getByRole('button', { name: 'Vérifier la tablette' }).click()
      await expect(tablet.getByText('Tout ce qu’il faut au stand est dans la tablette.')).toBeVisible(hands.CHECKED)
      await tablet.getByRole('button', { name: 'Continuer' }).click()
      await hands.openStand(tablet)
    })

    const half = PASSERS / 2
    await test.step('half of them sign; the browser is killed at the last one’s thank-you, and the kiosk comes back', async () => {
      for (let n = 1; n <= half; n++) {
        await signs(n)
        if (n < half) await hands.leaveThanks(tablet, passer(n))
      }
      living.kill()
      await living.gone()
      ;({ living, tablet } = await launch(true))
      await tablet.goto(`${server.url}/stand`)
      await hands.idle(tablet)
      await expect(tablet.locator('.kiosk-count')).toContainText(`${half} personnes`)
    })

    const office = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR' })
    watch(office, errors)
    const desk = await office.newPage()
    await test.step('the first one withdraws by the receipt, on another device, before anything has arrived', async () => {
      const other = await browser.newContext({ viewport: PHONE, locale: 'fr-FR' })
      watch(other, errors)
      const phone = await other.newPage()
      await phone.goto(`${server.url}/retrait#${CAMPAIGN}.${signed[0]?.code}`)
      await phone.getByRole('button', { name: 'Retirer ma signature' }).click()
      await expect(phone.getByText('C’est fait')).toBeVisible()
      await other.close()
    })

    await test.step('what waits goes by file; a coordinator takes it in', async () => {
      await hands.leaveKiosk(tablet)
      await tablet.getByRole('button', { name: 'Fin de journée' }).click()
      await tablet.getByRole('button', { name: 'Préparer le fichier' }).click()
      await expect(tablet.getByText(`Fichier prêt : ${half} envois`)).toBeVisible()
      const [download] = await Promise.all([
        tablet.waitForEvent('download'),
        tablet.getByRole('button', { name: 'Enregistrer le fichier' }).click(),
      ])
      const file = info.outputPath(download.suggestedFilename())
      await download.saveAs(file)
      expect(await readFile(file, 'utf8'), 'sealed').not.toContain('Passante')
      await logIn(desk, server.url)
      await desk.getByRole('link', { name: 'Fichier d’un appareil' }).click()
      await desk.getByLabel('Le fichier de remise').setInputFiles(file)
      await expect(desk.getByText('Le fichier est passé')).toBeVisible()
      await expect(desk.getByText('retirés par leur signataire')).toBeVisible()
      expect(await server.counts()).toMatchObject({ 'joel-paredes': half - 1 })
      expect(await sums(tablet), 'the tablet has heard of nothing').toEqual([`${half}`, `${half}`, '0', '0', '0'])
    })

    await test.step('the other half signs, and the network returns', async () => {
      await tablet.getByRole('button', { name: 'Revenir au stand' }).click()
      await hands.openStand(tablet)
      for (let n = half + 1; n <= PASSERS; n++) {
        await signs(n)
        await hands.leaveThanks(tablet, passer(n))
      }
      await living.context.setOffline(false)
      await hands.leaveKiosk(tablet)
      await tablet.getByRole('button', { name: 'Fin de journée' }).click()
      await expect(tablet.getByText('Tout est envoyé')).toBeVisible({ timeout: 30_000 })
    })

    const stay = signed.slice(1).map(({ who }) => who)
    await test.step('tablet, server and console tell the same', async () => {
      const kept = stay.length
      expect(await sums(tablet)).toEqual([`${PASSERS}`, '0', `${kept}`, '0', '1'])
      expect(await server.counts()).toMatchObject({
        'joel-paredes': kept,
        'manahel-al-otaibi': stay.filter(({ only }) => !only).length,
      })
      const [device] = (await standsOf(server, cookie)).stands[0]?.devices ?? []
      expect(device, 'no number is lacking').toMatchObject({ neverArrived: [], quarantined: 0 })
      await desk.getByRole('link', { name: 'Stands et tablettes' }).click()
      await desk.getByRole('link', { name: stand.name }).click()
      const cells = desk.getByRole('row', { name: /^Tablette 1/ }).getByRole('cell')
      await expect(cells).toHaveText([/\d/, `${PASSERS}`, `${kept}`, '0', '0', '1'])
      const opened = await Promise.all((await received(server, cookie)).map((it) => open(it, opening)))
      const said = opened.map((it) => ('person' in it ? `${it.person.firstName} ${it.person.lastName}` : ''))
      expect(said.sort()).toEqual(stay.map((it) => `${it.firstName} ${it.lastName}`).sort())
      expect(opened.every((it) => it.kind === 'signature' && it.channel === 'stand' && it.stand === stand.id)).toBe(
        true,
      )
    })
    await office.close()
  } finally {
    living.kill()
    await living.gone()
    await mortal.remove()
    await film.remove()
  }
  expect(errors).toEqual([])
})
