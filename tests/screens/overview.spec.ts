import { logIn } from '../journeys/coordinator.ts'
import { expect, PHONE, test } from '../journeys/fixtures.ts'
import { openCampaign, sealedSignature } from '../journeys/open-campaign.ts'
import { enrolTablet, makeStand, newTablet, sendAs } from '../journeys/stands.ts'

for (const scheme of ['light', 'dark'] as const) {
  test(`overview, ${scheme}`, async ({ server, phone: office }) => {
    await office.setViewportSize({ width: 1280, height: 800 })
    await office.emulateMedia({ colorScheme: scheme })
    const { cookie } = await openCampaign(server)
    const { code } = await makeStand(server, cookie)
    const tablet = await enrolTablet(server, code)
    for (const seqs of [[1], [2], [9]]) await sendAs(server, tablet, [await sealedSignature(server)], { seqs })
    await sendAs(server, await newTablet(), [await sealedSignature(server)])
    await logIn(office, server.url)
    await expect(office.getByText('À voir').first()).toBeVisible()
    await office.waitForTimeout(400)
    await office.screenshot({ path: `test-results/screens/overview-${scheme}.png`, fullPage: true })
    await office.setViewportSize(PHONE)
    await office.screenshot({ path: `test-results/screens/overview-${scheme}-phone.png`, fullPage: true })
  })
}
