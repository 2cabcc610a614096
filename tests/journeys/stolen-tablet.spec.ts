// Whoever takes a tablet away has its disk, every byte of it: nobody's name may be there, nor a way to reach anybody.
import type { Campaign } from '../../protocol/campaign.ts'
import { fillOutbox } from './fill-outbox.ts'
import { expect, type Page, readyOffline, test } from './fixtures.ts'
import * as hands from './kiosk-hands.ts'
import { marked } from './marked.ts'
import { MortalBrowser } from './mortal-browser.ts'
import { openCampaign, sealedSignature } from './open-campaign.ts'
import { pageScript } from './page-script.ts'
import { filesIn, searchFor } from './search-bytes.ts'
import { makeStand } from './stands.ts'
import { unpacked } from './unpacked.ts'

type Hook = typeof import('./tablet-hook.ts')

const PEOPLE = 200
/** So many of them sign with their own fingers. */
const BY_HAND = 4
/** LevelDB packs what it wrote once it is more than four megabytes. */
const MORE = 3_500

const everybody = Array.from({ length: PEOPLE }, (_, n) => marked(n))
const controls = Array.from({ length: PEOPLE }, (_, n) => marked(PEOPLE + n))

test(`a stolen tablet tells nothing of ${PEOPLE} who signed on it`, async ({ server, launchOptions }) => {
  test.setTimeout(180_000)
  const { cookie } = await openCampaign(server)
  const { link, stand } = await makeStand(server, cookie)
  const campaign = (await (await fetch(`${server.url}/api/v1/campaigns/current`)).json()) as Campaign
  const mortal = await MortalBrowser.create(launchOptions)
  const living = await mortal.launch({ viewport: { width: 820, height: 1180 }, reducedMotion: 'reduce' })
  try {
    const tablet = living.context.pages()[0] ?? (await living.context.newPage())
    await enrol(tablet, link)
    await living.context.setOffline(true)
    await hands.openStand(tablet)
    const codes: string[] = []
    for (const [n, { typed }] of everybody.slice(0, BY_HAND).entries()) {
      const who: hands.Passer = { ...typed, language: n % 2 ? 'en' : 'fr' }
      await hands.walkAway(tablet, who, hands.WAYS_OUT[n % 3] ?? 'clear')
      codes.push(await hands.signAtKiosk(tablet, who))
      await hands.leaveThanks(tablet, who)
    }
    await tablet.evaluate(await pageScript('tests/journeys/tablet-hook.ts', 'testTablet'))
    await tablet.evaluate(
      async ({ people, controls, campaign, stand }) => {
        const { sign, signInClear } = (globalThis as unknown as { testTablet: Hook }).testTablet
        for (const typed of people) await sign(typed, campaign, stand)
        for (const typed of controls) await signInClear(typed, campaign)
      },
      {
        people: everybody.slice(BY_HAND).map((it) => it.typed),
        controls: controls.map((it) => it.typed),
        campaign,
        stand: stand.id,
      },
    )
    await fillOutbox(tablet, await sealedSignature(server), MORE)
    living.kill()
    await living.gone()

    const grouped = (code: string) => code.replace(/.{4}(?=.)/g, '$&-')
    const ofPeople = searchFor([
      ...everybody.flatMap((it) => [...it.marks, ...it.typedMarks]),
      ...codes,
      ...codes.map(grouped),
    ])
    const ofControls = searchFor(controls.flatMap((it) => it.marks))
    const leaks: string[] = []
    const asTheyLie = new Set<string>()
    const found = new Set<string>()
    for (const { path, bytes } of await filesIn(mortal.profile))
      for (const [n, view] of unpacked(bytes, path).entries()) {
        leaks.push(...[...ofPeople(view)].map((mark) => `${mark} in ${path.slice(mortal.profile.length)}`))
        for (const mark of ofControls(view)) {
          found.add(mark)
          if (n === 0) asTheyLie.add(mark)
        }
      }
    expect.soft(leaks).toEqual([])
    const whole = (seen: Set<string>) => controls.filter(({ marks }) => marks.every((it) => seen.has(it))).length
    expect(whole(found), 'the search sees what lies there in clear').toBe(PEOPLE)
    expect(whole(asTheyLie), 'much of it only once it is unpacked').toBeLessThan(PEOPLE)
  } finally {
    living.kill()
    await living.gone()
    await mortal.remove()
  }
})

async function enrol(tablet: Page, link: string): Promise<void> {
  await tablet.goto(link)
  await tablet.getByRole('button', { name: 'Oui, les mêmes' }).click()
  await hands.choosePin(tablet)
  await tablet.getByRole('button', { name: 'Continuer' }).click(hands.CHECKED)
  await readyOffline(tablet)
}
