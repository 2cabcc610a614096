import { goTo, logIn, makeKey, setUp } from '../journeys/coordinator.ts'
import { expect, type Page, PHONE, readyOffline, TABLET, test } from '../journeys/fixtures.ts'
import { openCampaign, sealedSignature } from '../journeys/open-campaign.ts'
import { AFI, fillForm, leaveThanks, receiptCode, submit, thanks } from '../journeys/people.ts'
import { enrolTablet, makeStand, newCode, newTablet, revokeTablet, sendAs } from '../journeys/stands.ts'

const FOLDER = 'test-results/screens'

/** The window as a person sees it, and the whole page. */
async function picture(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(400)
  await page.screenshot({ path: `${FOLDER}/${name}.png` })
}
const whole = (page: Page, name: string) => page.screenshot({ path: `${FOLDER}/${name}-whole.png`, fullPage: true })

for (const scheme of ['light', 'dark'] as const) {
  for (const [sizeName, size] of Object.entries({ phone: PHONE, tablet: TABLET })) {
    test(`public, ${sizeName}, ${scheme}`, async ({ server, phone }) => {
      const at = (name: string) => `${sizeName}-${scheme}-${name}`
      await phone.setViewportSize(size)
      await phone.emulateMedia({ colorScheme: scheme })
      await phone.reload()
      await picture(phone, at('01-no-key'))
      await openCampaign(server)
      await phone.goto(server.url)
      await phone.getByLabel('Prénom', { exact: true }).waitFor()
      await picture(phone, at('02-home'))
      await whole(phone, at('02-home'))
      await phone.goto(`${server.url}/p/manahel-al-otaibi`)
      await phone.getByLabel('Prénom', { exact: true }).waitFor()
      await picture(phone, at('03-case'))
      await whole(phone, at('03-case'))
      await phone.goto(`${server.url}/en/p/maryia-kalesnikava`)
      await picture(phone, at('04-won'))
      await whole(phone, at('04-won'))
      await phone.goto(`${server.url}/p/joel-paredes#signer`)
      await phone.getByLabel('Prénom', { exact: true }).fill('Afi')
      await submit(phone)
      await picture(phone, at('05-errors'))
      await fillForm(phone, AFI)
      await picture(phone, at('06-filled'))
      await readyOffline(phone)
      await phone.context().setOffline(true)
      await submit(phone)
      await thanks(phone, AFI)
      await phone.waitForTimeout(1500)
      await picture(phone, at('07-thanks'))
      const receipt = await receiptCode(phone)
      await leaveThanks(phone)
      await expect(phone.getByText('1 envoi chiffré attend dans cet appareil.')).toBeVisible()
      await picture(phone, at('08-waiting'))
      await phone.goto(`${server.url}/envois`)
      await phone.getByRole('button', { name: 'Préparer le fichier' }).waitFor()
      await picture(phone, at('11-outbox'))
      await whole(phone, at('11-outbox'))
      await phone.getByRole('button', { name: 'Préparer le fichier' }).click()
      await phone.getByText('Fichier prêt').waitFor()
      await whole(phone, at('12-hand-off'))
      await phone.goto(`${server.url}/retrait`)
      await phone.getByLabel('Le code de votre reçu').fill(receipt)
      await phone.getByRole('button', { name: 'Retirer ma signature' }).click()
      await phone.getByText('Votre retrait est gardé ici').waitFor()
      await picture(phone, at('13-withdrawn-here'))
      await phone.context().setOffline(false)
      await phone.goto(`${server.url}/retrait`)
      await picture(phone, at('09-withdraw'))
      await phone.goto(`${server.url}/nowhere`)
      await picture(phone, at('10-not-found'))
    })
  }

  test(`console, ${scheme}`, async ({ server, phone: office }, info) => {
    const at = (name: string) => `console-${scheme}-${name}`
    await office.setViewportSize({ width: 1280, height: 800 })
    await office.emulateMedia({ colorScheme: scheme })
    await office.goto(server.setupLink)
    await office.getByLabel('Votre nom').waitFor()
    await picture(office, at('01-set-up'))
    await setUp(office, server.setupLink)
    await picture(office, at('02-overview'))
    await office.getByRole('link', { name: 'Créer la clé' }).click()
    await picture(office, at('03-ceremony'))
    await office.goBack()
    await makeKey(office, info.outputPath('key.age'))
    await picture(office, at('04-key-in-use'))
    await office.context().clearCookies()
    await logIn(office, server.url)
    await picture(office, at('05-overview'))
    await office.getByRole('link', { name: 'Ouvrir et exporter' }).first().click()
    await picture(office, at('06-open'))
    await office.setViewportSize(PHONE)
    await picture(office, at('07-open-phone'))
  })

  test(`stands, ${scheme}`, async ({ server, phone: office }) => {
    const at = (name: string) => `stands-${scheme}-${name}`
    const both = async (name: string) => {
      await office.setViewportSize({ width: 1280, height: 800 })
      await picture(office, at(name))
      await whole(office, at(name))
      await office.setViewportSize(PHONE)
      await whole(office, at(`${name}-phone`))
    }
    await office.emulateMedia({ colorScheme: scheme })
    const { cookie } = await openCampaign(server)
    await office.setViewportSize({ width: 1280, height: 800 })
    await logIn(office, server.url)
    await office.getByRole('link', { name: 'Stands et tablettes' }).click()
    await both('01-none')
    await office.getByRole('link', { name: 'Ouvrir un stand' }).click()
    await office.getByRole('button', { name: 'Ouvrir le stand et faire son code' }).click()
    await both('02-form')
    await office.getByLabel('Nom du stand').fill('Grand marché')
    await office.getByLabel('Lieu').fill('Assigamé, Lomé')
    await office.getByLabel('Nombre de tablettes').fill('3')
    await office.getByRole('button', { name: 'Ouvrir le stand et faire son code' }).click()
    await office.getByRole('img').waitFor()
    await both('03-card')
    await office.emulateMedia({ media: 'print', colorScheme: scheme })
    await office.setViewportSize({ width: 794, height: 1123 })
    await picture(office, at('04-printed'))
    await office.pdf({ path: `${FOLDER}/${at('04-printed')}.pdf`, preferCSSPageSize: true })
    await office.emulateMedia({ media: 'screen', colorScheme: scheme })

    const { stand } = await makeStand(server, cookie, { name: 'Université de Kara', place: 'Kara', tablets: 3 })
    const { code } = await newCode(server, cookie, stand, 3)
    const [first, second, third] = [
      await enrolTablet(server, code),
      await enrolTablet(server, code),
      await enrolTablet(server, code),
    ]
    const one = () => sealedSignature(server)
    const contact = { captured: 212, waiting: 3, refused: 1, withdrawn: 2, lastSeq: 212 }
    await sendAs(server, first, [await one(), await one(), await one()], { seqs: [1, 2, 212], contact })
    await sendAs(server, second, [await one()], { seqs: [1] })
    await sendAs(server, second, [await one()], { seqs: [1] })
    await revokeTablet(server, cookie, stand, second.id)
    await sendAs(server, second, [await one()], { seqs: [2] })
    expect(third.id).toBeTruthy()
    await sendAs(server, await newTablet(), [await one(), await one()])
    await goTo(office, server.url, `stands/${stand.campaign}`)
    await office.getByText('Tablettes sans stand').waitFor()
    await both('05-list')
    await office.getByRole('link', { name: 'Université de Kara' }).click()
    await office.getByRole('button', { name: 'Révoquer Tablette 1' }).click()
    await both('06-tablets')
  })
}
