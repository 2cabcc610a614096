import { consoleWords } from '../../src/i18n/console.ts'
import { endingWords } from '../../src/i18n/console-ending.ts'
import { reviewWords } from '../../src/i18n/console-review.ts'
import { teamWords } from '../../src/i18n/console-team.ts'
import { LANGUAGES } from '../../src/i18n/languages.ts'
import { goTo } from '../journeys/coordinator.ts'
import { PHONE, test } from '../journeys/fixtures.ts'
import { CAMPAIGN, COORDINATOR } from '../journeys/open-campaign.ts'
import { plantCampaign, plantOneOfEach, signedBy } from '../journeys/planted.ts'
import { TestServer } from '../journeys/server.ts'
import { enrolTablet, makeStand, newTablet, sendAs } from '../journeys/stands.ts'

// Every place of the console (src/console/place.ts), by its own words: French and English, light and dark, at a desk and on a phone.

const FOLDER = 'test-results/screens/console'
const DESKTOP = { width: 1280, height: 800 }

for (const language of LANGUAGES)
  test(`every console screen, ${language}`, async ({ browser, server }, info) => {
    test.setTimeout(400_000)
    const [words, team, said] = [consoleWords[language], teamWords[language], reviewWords[language]]
    const context = await browser.newContext({ viewport: DESKTOP, locale: language, timezoneId: 'Africa/Lome' })
    const page = await context.newPage()
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
    let count = 0
    const look = async (name: string) => {
      const number = String(++count).padStart(2, '0')
      await page.evaluate(() => document.fonts.ready)
      await page.waitForTimeout(350)
      for (const [size, viewport] of [['desk', DESKTOP] as const, ['phone', PHONE] as const]) {
        await page.setViewportSize(viewport)
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        if (over > 0) console.log(`${language} ${name}: ${over} px too wide, ${size}`)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ reducedMotion: 'reduce', colorScheme })
          const path = `${FOLDER}/${language}/${number}-${name}-${size}-${colorScheme}.png`
          await page.screenshot({ path, fullPage: true })
        }
      }
      await page.setViewportSize(DESKTOP)
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
    }
    const go = async (place: string) => {
      await goTo(page, server.url, place)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForTimeout(300)
    }
    const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()

    const fresh = await TestServer.create()
    await page.goto(fresh.setupLink)
    await page.getByLabel(words.setup.name).waitFor()
    await look('set-up')
    await page.getByLabel(words.setup.name).fill(COORDINATOR.name)
    await page.getByLabel(words.setup.password).fill(COORDINATOR.password)
    await press(words.setup.submit)
    await page.getByRole('link', { name: words.overview.makeKey }).waitFor()
    await look('overview-no-key')
    await page.getByRole('link', { name: words.overview.makeKey }).click()
    await look('ceremony')
    await press(words.key.before.start)
    await look('phrase')
    await press(words.key.phrase.own)
    await look('phrase-own')
    await fresh.remove()

    const planted = await plantCampaign(server, info.outputPath('key.age'))
    const { cookie } = planted
    await page.goto(`${server.url}/console`)
    await page.getByLabel(words.login.name).fill(COORDINATOR.name)
    await page.getByLabel(words.login.password).fill('pas le bon du tout')
    await press(words.login.submit)
    await page.getByText(words.login.wrong).first().waitFor()
    await look('login-wrong')
    await page.getByLabel(words.login.password).fill(COORDINATOR.password)
    await press(words.login.submit)
    await page.getByRole('navigation', { name: words.nav.label }).waitFor()
    await look('overview-empty')
    await go(`stands/${CAMPAIGN}`)
    await look('stands-empty')
    await go(`quarantine/${CAMPAIGN}`)
    await look('quarantine-empty')

    const { stand, code } = await makeStand(server, cookie)
    const tablet = await enrolTablet(server, code)
    const contact = { captured: 9, waiting: 4, refused: 0, withdrawn: 0, lastSeq: 9 }
    const atStand = (person: Someone) =>
      planted.sealed(signedBy(person, { channel: 'stand', stand: stand.id }), ['manahel-al-otaibi'])
    const four = await Promise.all(AT_STAND.map(atStand))
    for (const [i, seq] of [1, 2, 9].entries())
      await sendAs(server, tablet, four.slice(i, i + 1), { seqs: [seq], contact })
    await sendAs(server, await newTablet(), four.slice(3))
    await plantOneOfEach(planted)
    await planted.send(...(await Promise.all(PEOPLE.map((it) => planted.sealed(signedBy(it), ['joel-paredes'])))))

    await go('')
    await page.waitForTimeout(800)
    await look('overview')
    await go('petitions')
    await look('petitions')
    await go('new-campaign')
    await look('new-campaign')
    for (const part of [
      'campaign',
      'case-joel-paredes',
      'consents',
      'victories',
      'join',
      'dates',
      'look',
      'preview',
      'publish',
    ]) {
      await go(`edit/${CAMPAIGN}/${part}`)
      if (part === 'preview') await page.waitForTimeout(800)
      await look(`edit-${part}`)
      if (part === 'campaign') {
        await page.getByRole('textbox').first().fill('Écrire pour les droits, ici')
        await page.waitForTimeout(2500)
      }
    }
    await go(`stands/${CAMPAIGN}`)
    await look('stands')
    await go(`stand/${CAMPAIGN}/${stand.id}`)
    await look('stand')
    await go(`new-stand/${CAMPAIGN}`)
    await look('new-stand')
    await go(`quarantine/${CAMPAIGN}`)
    await look('quarantine')
    await go('hand-off')
    await look('hand-off')

    await go(`open/${CAMPAIGN}`)
    await look('open-locked')
    await page.getByLabel(words.open.file).setInputFiles(planted.key.path)
    await page.getByLabel(words.open.phrase).fill('une autre phrase de passe')
    await press(words.open.unlock)
    await page.getByRole('alert').first().waitFor({ timeout: 30_000 })
    await look('open-wrong')
    await page.getByLabel(words.open.phrase).fill(planted.key.phrase)
    await press(words.open.unlock)
    const start = page.getByRole('button', { name: new RegExp(`^${words.open.start.other.split(' ')[0]}`) })
    await start.waitFor()
    await page.locator('summary').first().click()
    await look('open-choose')
    await start.click()
    const tabs = page.getByRole('navigation', { name: said.nav.label })
    await tabs.waitFor()
    for (const tab of ['figures', 'queue', 'read', 'find', 'files'] as const) {
      await tabs.getByRole('button', { name: said.nav[tab] }).click()
      if (tab === 'find') {
        await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('mensah')
        await page.keyboard.press('Enter')
        await page.waitForTimeout(300)
      }
      if (tab === 'files') {
        await press(/CSV/)
        await page.waitForTimeout(1500)
      }
      await look(`desk-${tab}`)
    }

    await go(`deliver/${CAMPAIGN}`)
    await look('deliver')
    await press(new RegExp(`^${endingWords[language].change}`))
    await page.getByRole('radio', { name: endingWords[language].mark.states.won }).check()
    await look('deliver-won')
    await go('team')
    await press(team.invite.make)
    await page.waitForTimeout(500)
    await look('team')
    await go('account')
    await press(team.account.enrol)
    await page.waitForTimeout(500)
    await look('account')
    await go('journal')
    await look('journal')
    await go(`key/${CAMPAIGN}`)
    await look('key')
    await go('station')
    await page.waitForTimeout(1500)
    await look('station')

    await page.goto(`${server.url}/console#`)
    await page.getByRole('navigation', { name: words.nav.label }).waitFor()
    await context.setOffline(true)
    await page.evaluate(() => {
      location.hash = '#journal'
    })
    await page.waitForTimeout(1000)
    await look('offline-journal')
    await page.evaluate((campaign) => {
      location.hash = `#deliver/${campaign}`
    }, CAMPAIGN)
    await page.waitForTimeout(1000)
    await look('offline-deliver')
    await page.evaluate(() => {
      location.hash = '#'
    })
    await page.waitForTimeout(1000)
    await look('offline-overview')
    await context.setOffline(false)
    await context.clearCookies()
    await page.evaluate(() => {
      location.hash = '#team'
    })
    await page.waitForTimeout(1000)
    await look('expired')
    await context.close()
  })

type Someone = Parameters<typeof signedBy>[0]
const people = (...all: [string, string, string][]): Someone[] =>
  all.map(([firstName, lastName, phone]) => ({ firstName, lastName, phone: `+228${phone}` }))
const PEOPLE = people(
  ['Kossi', 'Agbodjan', '90111213'],
  ['Akouvi', 'Lawson', '90222324'],
  ['Yao', 'Amegah', '90333435'],
)
const AT_STAND = people(
  ['Mawuli', 'Tetteh', '91111213'],
  ['Ablavi', 'Kpodo', '91222324'],
  ['Kodjo', 'Sossou', '91333435'],
  ['Enyonam', 'Ayite', '91444546'],
)
