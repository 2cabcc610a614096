import preact from '@preact/preset-vite'
import { build } from 'vite'
import { formatReceiptCode, newReceiptCode } from '../../protocol/receipt.ts'
import { clean as cleanByAxe } from './clean.ts'
import { expect, type Page, test } from './fixtures.ts'
import { openCampaign } from './open-campaign.ts'

// The loop that goes from hand to hand, in a real browser on its real outbox.

const SMALL = { width: 360, height: 740 }
const TALL = { width: 820, height: 1180 }

/** What is built once for all journeys of this file. */
let files: Map<string, string>
test.beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [preact()],
    build: {
      write: false,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: 'tests/stand/mount-kiosk.tsx', output: { entryFileNames: 'kiosk/mount.js' } },
      assetsDir: 'kiosk',
    },
  })
  const [bundle] = Array.isArray(built) ? built : [built]
  if (!bundle || !('output' in bundle)) throw new Error('nothing was bundled')
  files = new Map(
    bundle.output.map((it) => [`/${it.fileName}`, it.type === 'chunk' ? it.code : it.source.toString()] as const),
  )
})

/** Opens the kiosk on the server's own origin, so that campaign and outbox are the real ones. */
async function open(page: Page, url: string, query = ''): Promise<void> {
  const styles = [...files.keys()].filter((it) => it.endsWith('.css'))
  const links = styles.map((it) => `<link rel="stylesheet" href="${it}">`).join('')
  const html = `<!doctype html><html lang="fr"><head><meta name="viewport" content="width=device-width"><title>Paraphe</title>${links}</head><body><script type="module" src="/kiosk/mount.js"></script></body></html>`
  await page.route(/\/kiosk/, (route) => {
    const { pathname } = new URL(route.request().url())
    const body = files.get(pathname)
    const contentType = pathname.endsWith('.css') ? 'text/css' : body ? 'text/javascript' : 'text/html'
    return route.fulfill({ body: body ?? html, contentType })
  })
  // A window of the test that fills the screen would change its size.
  await page.addInitScript(() => {
    Element.prototype.requestFullscreen = () => Promise.reject(new DOMException('', 'NotAllowedError'))
  })
  await page.goto(`${url}/kiosk${query}`)
  await expect(page.getByRole('button', { name: 'Toucher pour signer' })).toBeVisible()
}

/** Nothing of these people in what the page shows, holds in its history, or keeps in clear. */
async function forgotten(page: Page, ...words: string[]): Promise<void> {
  const held = await page.evaluate(() => {
    const values = [...document.querySelectorAll('input')].map((it) => it.value)
    const stores = [localStorage, sessionStorage].map((it) => JSON.stringify(it))
    return [
      document.documentElement.outerHTML,
      JSON.stringify(history.state),
      location.href,
      ...values,
      ...stores,
    ].join('\n')
  })
  for (const word of words) expect(held).not.toContain(word)
}

async function clean(page: Page, screen: string): Promise<void> {
  await cleanByAxe(page, screen)
  // No button whose words do not fit, and nothing to the right of the window.
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.kiosk-page button, .kiosk-over button, .kiosk-page')]
      .filter(
        (it) =>
          it.scrollWidth > it.clientWidth + 1 || (it.tagName === 'BUTTON' && it.scrollHeight > it.clientHeight + 1),
      )
      .map((it) => it.textContent),
  )
  expect.soft(cut, `${screen}: cut off`).toEqual([])
}

/** By the Tab key and nothing else. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const wanted = page.getByRole('button', { name })
  const isThere = () => wanted.evaluate((it) => it === document.activeElement)
  for (let tabs = 0; !(await isThere()); tabs++) {
    if (tabs === 30) throw new Error(`no way by Tab to ${name}`)
    await page.keyboard.press('Tab')
  }
}

const next = (page: Page) => page.getByRole('button', { name: 'Continuer' }).click()

test('one signs by keyboard alone, in what a screen reader hears, and the next one finds nothing of it', async ({
  server,
  phone: page,
}) => {
  await openCampaign(server)
  await page.setViewportSize(TALL)
  await open(page, server.url)
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - heading "Deux personnes attendent votre nom." [level=1]
      - paragraph
      - list:
        - listitem:
          - button /Signer pour Manahel al-Otaibi/
        - listitem:
          - button /Signer pour Joel Paredes/
  `)
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await press('Tab', 'Tab', 'Tab', 'Enter')
  await expect(page.getByRole('heading', { name: 'Pour qui signez-vous ?' })).toBeFocused()
  await expect(page.getByRole('checkbox', { name: /Joel Paredes/ })).toBeChecked()
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - paragraph: Étape 1 sur 4
      - heading "Pour qui signez-vous ?" [level=1]
      - paragraph
      - group "Je signe pour":
        - checkbox /Manahel al-Otaibi, Arabie saoudite/ [checked]
        - checkbox /Joel Paredes, Argentine/ [checked]
  `)
  await tabTo(page, 'Continuer')
  await press('Enter')
  await expect(page.getByLabel('Prénom')).toBeFocused()
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - paragraph: Étape 2 sur 4
      - heading "Comment vous appelez-vous ?" [level=1]
      - textbox "Prénom"
      - textbox "Nom"
  `)
  await press('Enter', 'Enter')
  await expect(page.getByText('Écrivez votre nom.')).toBeVisible()
  await expect(page.getByLabel('Prénom')).toBeFocused()
  await page.keyboard.type('Afiwa')
  await press('Enter')
  await page.keyboard.type('Marquée-Mensah')
  await press('Enter')
  await expect(page.getByLabel('Numéro de téléphone')).toBeFocused()
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - paragraph: Étape 3 sur 4
      - heading "Comment vous reconnaître ?" [level=1]
      - group "Par":
        - radio "Téléphone" [checked]
        - radio "E-mail"
        - radio "Quartier"
      - textbox "Numéro de téléphone"
      - paragraph:
        - text: "Pays : Togo"
        - button "Changer"
  `)
  await page.keyboard.type('90 12 34 56')
  await press('Enter')
  await expect(page.getByRole('heading', { name: 'Êtes-vous d’accord ?' })).toBeFocused()
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - paragraph: Étape 4 sur 4
      - heading "Êtes-vous d’accord ?" [level=1]
      - checkbox /^Je signe/
      - checkbox /^Recevoir des nouvelles/
      - checkbox /^Par téléphone/
      - checkbox /^Montrer mon prénom/
  `)
  await press('Tab', 'Space')
  await tabTo(page, 'Signer 2 pétitions')
  await press('Enter')
  await expect(page.getByRole('heading', { name: 'Merci, Afiwa.' })).toBeFocused()
  await expect(page.locator('.kiosk-page')).toMatchAriaSnapshot(`
    - main:
      - heading "Merci, Afiwa." [level=1]
      - paragraph: Vos 2 signatures sont enregistrées dans cette tablette, scellées. Elles partent dès qu’il y a du réseau.
      - region "Votre reçu":
        - img "Code QR qui ouvre la page de retrait avec votre code"
        - heading "Votre reçu" [level=2]
        - paragraph
        - paragraph: /^[0-9A-Z]{4}-/
    - contentinfo:
      - status
      - button "Terminé"
  `)
  await expect(page.getByRole('link')).toHaveCount(0)
  await tabTo(page, 'Terminé')
  await press('Enter')
  await expect(page.getByText(/1 personne de plus attend ici/)).toBeVisible()
  await forgotten(page, 'Afiwa', 'Marquée', '90 12 34 56', '90123456')
  await page.goBack()
  await forgotten(page, 'Afiwa', 'Marquée', '90 12 34 56', '90123456')
  // Out of the loop: five times, and only with the PIN.
  for (const pin of [false, true]) {
    await page.evaluate((it) => {
      window.pin = it
    }, pin)
    await tabTo(page, /^Pour l’équipe/)
    for (let i = 0; i < 5; i++) await press('Enter')
    await expect.poll(() => page.evaluate(() => window.left)).toBe(pin)
  }
})

test('what somebody wrote is covered out of sight, counted down and cleared, and a reload leaves nothing', async ({
  server,
  phone: page,
}) => {
  await openCampaign(server)
  await page.clock.install()
  await page.setViewportSize(TALL)
  await open(page, server.url)
  const begin = async () => {
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('button', { name: 'Sign for Joel Paredes' }).click()
    await page.getByLabel('First name').fill('Kodjovi')
    await page.getByLabel('Last name').fill('Marqué')
  }
  await begin()
  await page.evaluate(() => window.dispatchEvent(new Event('blur')))
  await expect(page.getByText('Touch to go on')).toBeVisible()
  await page.getByText('Touch to go on').click()
  await expect(page.getByLabel('First name')).toHaveValue('Kodjovi')
  await page.clock.runFor(61_000)
  const asks = page.getByRole('alertdialog', { name: 'Are you still there?' })
  await expect(asks.getByRole('button', { name: 'Yes, I go on' })).toBeFocused()
  await expect(asks.getByRole('status')).toContainText('15')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Last name')).toHaveValue('Marqué')
  await page.clock.runFor(76_000)
  await expect(page.getByRole('button', { name: 'Toucher pour signer' })).toBeVisible()
  await forgotten(page, 'Kodjovi', 'Marqué')
  await begin()
  await page.goBack()
  await page.goBack()
  await expect(page.getByRole('button', { name: 'Toucher pour signer' })).toBeVisible()
  await forgotten(page, 'Kodjovi', 'Marqué')
  await begin()
  // As two presses that come faster than a step can be put back.
  await page.evaluate(() => history.go(-2))
  await expect(page.getByLabel('First name')).toHaveCount(0)
  await page.evaluate(() => history.go(-2))
  await expect(page.getByRole('button', { name: 'Toucher pour signer' })).toBeVisible()
  await forgotten(page, 'Kodjovi', 'Marqué')
  await begin()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Toucher pour signer' })).toBeVisible()
  await forgotten(page, 'Kodjovi', 'Marqué')
})

for (const [how, size] of Object.entries({ 'small and in large type': SMALL, tall: TALL }))
  test(`each screen, ${how}, has nothing for axe to find; drawn, and with a paper slip`, async ({
    server,
    phone: page,
  }) => {
    await openCampaign(server)
    const slip = formatReceiptCode(newReceiptCode())
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.setViewportSize(size)
    await open(page, server.url, '?drawn')
    if (size === SMALL)
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%'
      })
    await clean(page, 'idle')
    await page.getByRole('button', { name: 'Toucher pour signer' }).click()
    await clean(page, 'cases')
    await next(page)
    await next(page)
    await clean(page, 'names')
    await page.getByLabel('Prénom').fill('Essi')
    await page.getByLabel('Nom', { exact: true }).fill('Marquée')
    await next(page)
    await page.getByRole('radio', { name: 'Quartier' }).check()
    await page.getByRole('textbox', { name: 'Ville' }).fill('lo')
    await clean(page, 'place')
    await page.getByRole('button', { name: 'Lomé' }).click()
    await page.getByRole('textbox', { name: 'Quartier' }).fill('Bè')
    await next(page)
    await page.getByRole('checkbox', { name: /^Je signe/ }).check()
    await page.getByRole('checkbox', { name: /^Recevoir/ }).check()
    await clean(page, 'consents')
    await page.getByLabel('Adresse e-mail').fill('essi@exemple.org')
    await next(page)
    await page.getByRole('button', { name: /^Signer (2|la)/ }).click()
    await clean(page, 'draw')
    const pad = page.getByRole('img', { name: /Cadre/ })
    await pad.hover()
    await page.mouse.down()
    await page.mouse.move(150, 300, { steps: 4 })
    await page.mouse.up()
    await expect(pad).toHaveAccessibleName(/1 trait/)
    await page.getByRole('button', { name: 'Pas de téléphone' }).click()
    await page.getByLabel('Code du reçu').fill('7QKF')
    await page.getByRole('button', { name: 'Utiliser ce reçu' }).click()
    await expect(page.getByText('Ce n’est pas le code d’un reçu.')).toBeVisible()
    await clean(page, 'slip')
    await page.getByLabel('Code du reçu').fill(slip)
    await page.getByRole('button', { name: 'Utiliser ce reçu' }).click()
    await page.getByRole('button', { name: 'Signer 2 pétitions' }).click()
    await expect(page.getByRole('heading', { name: 'Merci, Essi.' })).toBeVisible()
    await expect(page.getByText(`Celui qui finit par ${slip.slice(-3)}`)).toBeVisible()
    await expect(page.getByRole('img', { name: /Code QR/ })).toHaveCount(0)
    await clean(page, 'thanks')
    await page.getByRole('button', { name: 'Terminé' }).click()
    await forgotten(page, 'Essi', 'Marquée', 'essi@', slip)
    // A slip is one person's.
    await page.getByRole('button', { name: /Signer pour Joel/ }).click()
    await page.getByLabel('Prénom').fill('Ama')
    await page.getByLabel('Nom', { exact: true }).fill('Deux')
    await next(page)
    await page.getByLabel('Numéro de téléphone').fill('90123456')
    await next(page)
    await page.getByRole('checkbox', { name: /^Je signe/ }).check()
    await next(page)
    await page.getByRole('button', { name: 'Pas de téléphone' }).click()
    await page.getByLabel('Code du reçu').fill(slip)
    await page.getByRole('button', { name: 'Utiliser ce reçu' }).click()
    await expect(page.getByText('Ce reçu a déjà servi sur cette tablette.')).toBeVisible()
  })
