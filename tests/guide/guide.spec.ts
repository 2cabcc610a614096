import { consoleWords } from '../../src/i18n/console.ts'
import { endingWords } from '../../src/i18n/console-ending.ts'
import { reviewWords } from '../../src/i18n/console-review.ts'
import { stationWords } from '../../src/i18n/console-station.ts'
import { teamWords } from '../../src/i18n/console-team.ts'
import { LANGUAGES } from '../../src/i18n/languages.ts'
import { standWords } from '../../src/i18n/stands.ts'
import { test } from '../journeys/fixtures.ts'
import { CAMPAIGN, COORDINATOR } from '../journeys/open-campaign.ts'
import { plantCampaign, plantOneOfEach, signedBy } from '../journeys/planted.ts'
import { TestServer } from '../journeys/server.ts'
import { enrolTablet, makeStand, newTablet, sendAs } from '../journeys/stands.ts'

// The pictures of docs/coordinator.md and docs/coordinateur.md: every screen as a coordinator meets it, by its own words. The people are
// made up.

const SIZE = { width: 1080, height: 720 }

for (const language of LANGUAGES)
  test(`the guide’s pictures, ${language}`, async ({ browser, server }, info) => {
    test.setTimeout(240_000)
    const words = consoleWords[language]
    const context = await browser.newContext({ viewport: SIZE, locale: language, timezoneId: 'Africa/Lome' })
    const page = await context.newPage()
    // What is open is left for the next picture; a reload may take the question away first.
    page.on('dialog', (dialog) => dialog.accept().catch(() => {}))
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
    const take = async (name: string) => {
      await page.evaluate(() => document.fonts.ready)
      await page.waitForTimeout(500)
      await page.screenshot({ path: `docs/guide/${language}/${name}.jpg`, type: 'jpeg', quality: 72 })
    }
    const go = async (place: string) => {
      await page.goto(`${server.url}/console#${place}`)
      await page.reload()
      await page.getByRole('heading', { level: 1 }).waitFor()
    }

    // A server of its own, for what happens once.
    const fresh = await TestServer.create()
    await page.goto(fresh.setupLink)
    await page.getByLabel(words.setup.name).fill(COORDINATOR.name)
    await take('set-up')
    await page.getByLabel(words.setup.password).fill(COORDINATOR.password)
    await page.getByRole('button', { name: words.setup.submit }).click()
    await page.getByRole('link', { name: words.overview.makeKey }).click()
    await page.getByRole('button', { name: words.key.before.start }).click()
    await page.getByRole('list', { name: words.key.phrase.list }).waitFor()
    await take('phrase')
    await fresh.remove()

    const planted = await plantCampaign(server, info.outputPath('key.age'))
    const { cookie } = planted
    const { stand, code } = await makeStand(server, cookie)
    const tablet = await enrolTablet(server, code)
    const contact = { captured: 9, waiting: 4, refused: 0, withdrawn: 0, lastSeq: 9 }
    const atStand = (person: (typeof PEOPLE)[number]) =>
      planted.sealed(signedBy(person, { channel: 'stand', stand: stand.id }), ['manahel-al-otaibi'])
    const [first, second, third, fourth] = await Promise.all(AT_STAND.map(atStand))
    if (!first || !second || !third || !fourth) throw new Error('too few people')
    await sendAs(server, tablet, [first], { seqs: [1], contact })
    await sendAs(server, tablet, [second], { seqs: [2], contact })
    await sendAs(server, tablet, [third], { seqs: [9], contact })
    await sendAs(server, await newTablet(), [fourth])
    await plantOneOfEach(planted)
    await planted.send(...(await Promise.all(PEOPLE.map((it) => planted.sealed(signedBy(it), ['joel-paredes'])))))

    await page.goto(`${server.url}/console`)
    await page.getByLabel(words.login.name).fill(COORDINATOR.name)
    await page.getByLabel(words.login.password).fill(COORDINATOR.password)
    await page.getByRole('button', { name: words.login.submit }).click()
    await page.getByRole('navigation', { name: words.nav.label }).waitFor()
    await page.getByRole('button', { name: teamWords[language].offer.later }).click()
    await page.waitForTimeout(800)
    await take('overview')
    await go('petitions')
    await take('petitions')
    await go(`edit/${CAMPAIGN}/case-joel-paredes`)
    await take('editor')
    await go(`stand/${CAMPAIGN}/${stand.id}`)
    await take('stand')
    await go(`new-stand/${CAMPAIGN}`)
    await page.getByLabel(standWords[language].form.name).fill('Grand marché')
    await page.getByLabel(standWords[language].form.place).fill('Lomé')
    await page.getByRole('button', { name: standWords[language].form.save }).click()
    // Past the warning that this address is a test's own.
    const print = page.getByRole('button', { name: standWords[language].code.print })
    await print.evaluate((it) => it.scrollIntoView({ block: 'start' }))
    await take('card')
    await go(`quarantine/${CAMPAIGN}`)
    await take('quarantine')

    await go(`open/${CAMPAIGN}`)
    await page.getByLabel(words.open.file).setInputFiles(planted.key.path)
    await page.getByLabel(words.open.phrase).fill(planted.key.phrase)
    await take('unlock')
    await page.getByRole('button', { name: words.open.unlock }).click()
    await page.getByRole('button', { name: new RegExp(`^${words.open.start.other.split(' ')[0]}`) }).click()
    const said = reviewWords[language]
    const tab = (name: keyof typeof said.nav) =>
      page.getByRole('navigation', { name: said.nav.label }).getByRole('button', { name: said.nav[name] }).click()
    await page.getByRole('navigation', { name: said.nav.label }).waitFor()
    await take('figures')
    await tab('queue')
    // Past what the screen says of itself: to the signature and what may be done with it.
    await page.getByRole('button', { name: said.queue.next, exact: true }).scrollIntoViewIfNeeded()
    await take('review')
    await tab('read')
    await take('letters')
    await tab('files')
    await take('files')

    await go(`deliver/${CAMPAIGN}`)
    await page.getByRole('button', { name: endingWords[language].change }).first().click()
    await page.getByRole('radio', { name: endingWords[language].mark.states.delivered }).check()
    await take('deliver')
    await go('team')
    await take('team')
    await go('journal')
    await take('journal')
    await go('station')
    await page.getByText(stationWords[language].kept).waitFor({ timeout: 30_000 })
    await take('station')
    await context.close()
  })

type Someone = Parameters<typeof signedBy>[0]
const people = (...all: [string, string, string][]): Someone[] =>
  all.map(([firstName, lastName, phone]) => ({ firstName, lastName, phone: `+228${phone}` }))

const PEOPLE = people(
  ['Kossi', 'Agbodjan', '90111213'],
  ['Akouvi', 'Lawson', '90222324'],
  ['Yao', 'Amegah', '90333435'],
  ['Afi', 'Dossou', '90444546'],
)
const AT_STAND = people(
  ['Mawuli', 'Tetteh', '91111213'],
  ['Ablavi', 'Kpodo', '91222324'],
  ['Kodjo', 'Sossou', '91333435'],
  ['Enyonam', 'Ayite', '91444546'],
)
