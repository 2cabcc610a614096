import { parseEnrolCode } from '../../protocol/stand.ts'
import { goTo, logIn } from './coordinator.ts'
import { expect, test } from './fixtures.ts'
import { CAMPAIGN, openCampaign, sealedSignature } from './open-campaign.ts'
import { enrolTablet, sendAs, standsOf } from './stands.ts'

test('a coordinator opens a stand, prints its card, watches its tablet and revokes it', async ({
  server,
  phone: office,
}) => {
  const { cookie } = await openCampaign(server)
  await office.setViewportSize({ width: 1280, height: 800 })
  await logIn(office, server.url)
  await office.getByRole('link', { name: 'Stands et tablettes' }).click()
  await office.getByRole('link', { name: 'Ouvrir un stand' }).click()
  await office.getByRole('button', { name: 'Ouvrir le stand et faire son code' }).click()
  await expect(office.getByLabel('Nom du stand'), 'the first wrong field has the focus').toBeFocused()
  await expect(office.getByText('Écrivez un nom.')).toBeVisible()
  await office.getByLabel('Nom du stand').fill('Marché d’Adidogomé')
  await office.getByLabel('Lieu').fill('Lomé')
  await office.getByRole('button', { name: 'Ouvrir le stand et faire son code' }).click()

  await expect(office.getByRole('heading', { name: 'Marché d’Adidogomé' })).toBeFocused()
  const card = office.getByRole('article')
  await expect(card.getByRole('img', { name: 'Code QR pour inscrire une tablette' })).toBeVisible()
  await expect(card.getByText(`${server.url}/stand`)).toBeVisible()
  await expect(office.getByText('Cette adresse n’existe que sur cet ordinateur'), 'no tablet reaches it').toBeVisible()
  const code = parseEnrolCode((await card.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent()) ?? '')
  expect(code).not.toBeNull()
  await expect(card.locator('.enrol-words li')).toHaveCount(6)
  await office.getByLabel('Langue de la carte').selectOption('English')
  await expect(card.getByText('Enrol a tablet', { exact: true })).toBeVisible()

  const tablet = await enrolTablet(server, code ?? '')
  expect(await sendAs(server, tablet, [await sealedSignature(server)])).toMatchObject({
    accepted: 1,
    verdicts: [{ verdict: 'stored' }],
  })
  expect(await server.counts()).toMatchObject({ 'joel-paredes': 1 })

  await office.reload()
  const row = office.getByRole('row', { name: /^Tablette 1/ })
  await expect(row.getByRole('cell')).toHaveText([/\d/, '1', '1', '0', '0', '0'])
  await expect(card, 'is shown once').toHaveCount(0)
  await row.getByRole('button', { name: /^Révoquer/ }).click()
  await expect(office.getByText('Révoquer la tablette 1 ?')).toBeFocused()
  await expect(office.getByText('attendra en quarantaine')).toBeVisible()
  await office.getByRole('button', { name: 'Oui, révoquer' }).click()
  await expect(row.getByText(/^Révoquée le/)).toBeVisible()

  await sendAs(server, tablet, [await sealedSignature(server)], { seqs: [2] })
  expect(await server.counts()).toMatchObject({ 'joel-paredes': 1 })
  expect((await standsOf(server, cookie)).stands[0]?.devices[0]).toMatchObject({ accepted: 2, quarantined: 1 })
  await office.reload()
  await expect(row.getByText('1 enveloppe en quarantaine')).toBeVisible()
  await goTo(office, server.url, `quarantine/${CAMPAIGN}`)
  await expect(office.getByRole('heading', { level: 2 })).toHaveText('Tablette 1, Marché d’Adidogomé')
  await expect(office.getByText(/^Elle a été révoquée le/)).toBeVisible()
})
