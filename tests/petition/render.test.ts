import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Campaign } from '../../protocol/campaign.ts'
import { renderPage } from '../../src/petition/pages/render.tsx'
import { openCampaign, unsignable } from './campaign.fixture.ts'

const origin = 'https://petitions.example'
const counts = { 'manahel-al-otaibi': 1642, 'joel-paredes': 0, 'maryia-kalesnikava': 5 }

const page = (path: string, campaign: Campaign | null) => renderPage({ path, origin, campaign, counts })

/** What a reader sees, without tags. */
const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/&amp;/g, '&')

describe('the home page', () => {
  test('calls to sign the open cases and counts what came in', async () => {
    const { status, language, body } = await page('/', await openCampaign())
    expect([status, language]).toEqual([200, 'fr'])
    expect(textOf(body)).toContain('Signer les 2 pétitions')
    expect(textOf(body)).toContain('1 642 signatures reçues · prochain cap 2 500')
    expect(textOf(body)).toContain('Bonne nouvelle')
  })

  test('is whole in English, with English dates and numbers', async () => {
    const { language, body } = await page('/en', await openCampaign())
    expect(language).toBe('en')
    expect(textOf(body)).toContain('1,642 signatures received · next goal 2,500')
    expect(textOf(body)).toContain('13 December 2025')
    expect(textOf(body)).not.toMatch(/signatures reçues|Signer|prochain/)
  })

  test('says kindly that nobody can sign before there is a key', async () => {
    const { body } = await page('/', unsignable())
    expect(textOf(body)).toContain('Les signatures ouvrent bientôt')
    expect(body).not.toContain('Signer les')
    for (const path of ['/', '/p/joel-paredes', '/p/maryia-kalesnikava'])
      expect(textOf((await page(path, unsignable())).body), path).not.toContain('premières personnes à signer')
    expect(textOf((await page('/p/joel-paredes', await openCampaign())).body)).toContain('premières personnes à signer')
  })

  test('says whom one signs for where a single case is open', async () => {
    const one = await openCampaign({ 'manahel-al-otaibi': 'closed' })
    expect(textOf((await page('/', one)).body)).toContain('Votre signature · Joel Paredes')
    expect(textOf((await page('/', await openCampaign())).body)).not.toContain('Votre signature ·')
  })

  test('says so when nothing is open, without the call to sign, and when there is no campaign', async () => {
    const closed = await openCampaign({ 'manahel-al-otaibi': 'closed', 'joel-paredes': 'delivered' })
    const { head, body } = await page('/', closed)
    for (const text of [textOf(body), head]) {
      expect(text).toContain('Aucune pétition n’est ouverte en ce moment')
      expect(text).not.toContain('attendent votre nom')
    }
    expect(body, 'an old link to the form leads there').toContain('id="signer"')
    const none = await page('/en', null)
    expect([none.status, textOf(none.body).includes('No campaign at the moment')]).toEqual([200, true])
  })
})

describe('a campaign whose signatures were destroyed', () => {
  const ended = async () => ({
    ...(await openCampaign({ 'manahel-al-otaibi': 'closed', 'joel-paredes': 'delivered' })),
    ended: true as const,
  })

  test.each([
    ['/', 'Aucune pétition n’est ouverte'],
    ['/en', 'No petition is open'],
    ['/contact', 'La campagne est terminée'],
    ['/en/contact', 'The campaign has ended'],
    ['/rejoindre', 'La campagne est terminée'],
    ['/en/join', 'The campaign has ended'],
  ])('%s says that it has ended and asks for nothing', async (path, said) => {
    const { body } = await page(path, await ended())
    expect(textOf(body)).toContain(said)
    expect(textOf(body)).not.toMatch(/attendent votre nom|wait for your name|J’ai lu|JavaScript|code de conduite/)
    expect(body, 'but for the same page in another language').not.toMatch(
      /href="(\/contact|\/rejoindre|\/en\/contact|\/en\/join)"(?! hreflang)/,
    )
  })

  test('promises no more to take what waits in a phone', async () => {
    const { body } = await page('/p/manahel-al-otaibi', await ended())
    expect(textOf(body)).toContain('Elle ne prend plus de signatures. Merci')
    expect(textOf(body)).not.toContain('seront bien reçues')
  })
})

describe('a case', () => {
  test('tells problem, demand, addressee and the month it was checked', async () => {
    const text = textOf((await page('/p/manahel-al-otaibi', await openCampaign())).body)
    for (const part of [
      'situation en mars 2025',
      'Quel est le problème ?',
      'Ce que vous pouvez faire',
      'Adressée à : Ministre de la Justice',
    ])
      expect(text).toContain(part)
  })

  test('that is won thanks, tells its news and points to the open ones', async () => {
    const { body } = await page('/en/p/maryia-kalesnikava', await openCampaign())
    expect(textOf(body)).toContain('Others still wait for your name')
    expect(body).toContain('href="/en/p/joel-paredes"')
    expect(body).not.toContain('id="signer"')
    expect(textOf(body)).toContain('Freed, after more than five years')
  })

  test('that is won says first, once and in its own words, what was won, in what is shared too', async () => {
    const { head, body } = await page('/p/maryia-kalesnikava', await openCampaign())
    const news = 'Libérée, après plus de cinq ans'
    const text = textOf(body)
    expect(text.split(news)).toHaveLength(2)
    expect(text.indexOf(news)).toBeLessThan(text.indexOf('Quel est le problème'))
    expect(text).toContain('Ce que nous demandions')
    expect(text).not.toContain('Ce que nous demandons')
    expect(head).toMatch(/<title>Bonne nouvelle · /)
    expect(head).toMatch(/"og:title" content="Bonne nouvelle · /)
    expect(head).toMatch(new RegExp(`"og:description" content="Bonne nouvelle · ${news}`))
    const card = (await page('/', await openCampaign())).body.split('Maryia Kalesnikava')[1] ?? ''
    expect(textOf(card.slice(0, 300)), 'on its card').toContain(news)
  })

  test.each(['/p/joel-paredes', '/en/p/maryia-kalesnikava'])('%s can be shared without script', async (path) => {
    const { body } = await page(path, await openCampaign())
    const link = /href="https:\/\/wa\.me\/\?text=([^"]+)"/.exec(body)?.[1] ?? ''
    expect(decodeURIComponent(link)).toMatch(new RegExp(`^.+ ${origin}${path}$`))
  })

  test('can be shared where its title ends in half a character', async () => {
    const campaign = await openCampaign()
    for (const it of campaign.petitions) it.title = { fr: 'Pour elle \ud83d' }
    expect((await page('/p/joel-paredes', campaign)).body).toContain('?text=Pour%20elle%20%20https')
  })

  test.each(['closed', 'delivered'] as const)('that is %s has no form and says why', async (state) => {
    const { status, body } = await page('/p/joel-paredes', await openCampaign({ 'joel-paredes': state }))
    expect(status).toBe(200)
    expect(body).not.toContain('id="signer"')
    const text = textOf(body)
    expect(text).toContain(state === 'closed' ? 'Cette pétition est fermée' : 'Cette pétition a été remise')
    expect(text, 'asks nobody to sign it').not.toContain('Ce que vous pouvez faire')
    expect(text).toContain('Ce que nous demandions')
  })

  test.each([
    ['/p/joel-paredes', 'Remise le 1er novembre 2026 à : Procureur', 'Remise · '],
    ['/en/p/joel-paredes', 'Delivered on 1 November 2026 to Prosecutor', 'Delivered · '],
  ])('%s says when and to whom it was delivered, in its tags too', async (path, said, title) => {
    const campaign = await openCampaign({ 'joel-paredes': 'delivered' })
    for (const it of campaign.petitions)
      it.delivered = { date: '2026-11-01', to: { fr: 'Procureur', en: 'Prosecutor' } }
    const { head, body } = await page(path, campaign)
    expect(textOf(body)).toContain(said)
    expect(textOf(head.replace(/<meta name="description" content="([^"]*)">/, '$1'))).toContain(said)
    expect(head).toContain(`<title>${title}`)
  })

  test('that was delivered says how many signatures were, apart from those received, where that was told', async () => {
    const campaign = await openCampaign({ 'joel-paredes': 'delivered' })
    const joel = campaign.petitions.find((it) => it.id === 'joel-paredes')
    if (!joel) throw new Error('no such case')
    joel.delivered = { date: '2026-11-20', to: { fr: 'Procureur', en: 'Prosecutor' } }
    const before = textOf((await page('/p/joel-paredes', campaign)).body)
    expect(before).toContain('Procureur')
    expect(before).not.toMatch(/signatures? remises?/)
    joel.delivered.signatures = 1
    expect(textOf((await page('/p/joel-paredes', campaign)).body)).toContain('1 signature remise')
    joel.delivered.signatures = 1200
    const told = textOf(
      (await renderPage({ path: '/en/p/joel-paredes', origin, campaign, counts: { 'joel-paredes': 9 } })).body,
    )
    expect(told).toContain('1,200 signatures delivered')
    expect(told).toContain('9 signatures received')
  })

  test('keeps a place for the form that says what it needs without JavaScript', async () => {
    const { body } = await page('/p/joel-paredes', await openCampaign())
    expect(body).toMatch(/id="signer".*<noscript>.*JavaScript.*<\/noscript>/s)
  })
})

describe('a letter’s page', () => {
  test('shows the case’s rules for whom one may write to, and the demand, without a script', async () => {
    const text = textOf((await page('/p/joel-paredes/lettre', await openCampaign())).body)
    for (const part of [
      'Écrire pour Joel Paredes',
      'personnelle, de vous à lui',
      'Aucune insulte.',
      'Ce que nous demandons',
    ])
      expect(text).toContain(part)
    expect(text).toContain('Cette page a besoin de JavaScript')
  })

  test('has an address in each language, with its own words at the end', async () => {
    const { status, head, body } = await page('/en/p/joel-paredes/letter', await openCampaign())
    expect(status).toBe(200)
    expect(head).toContain('<link rel="canonical" href="https://petitions.example/en/p/joel-paredes/letter">')
    expect(head).toContain('hreflang="fr" href="https://petitions.example/p/joel-paredes/lettre"')
    expect(head).toContain('<title>Joel Paredes · Write a letter · Write for Rights 2024</title>')
    expect(body).toContain('href="/p/joel-paredes/lettre"')
    expect(textOf(body)).toContain('Short and personal, from you to him.')
  })

  test('is led to by the case, and only where letters are wanted', async () => {
    const campaign = await openCampaign()
    expect((await page('/p/joel-paredes', campaign)).body).toContain('href="/p/joel-paredes/lettre"')
    expect((await page('/p/maryia-kalesnikava', campaign)).body).not.toContain('/lettre')
    const none = {
      ...campaign,
      petitions: campaign.petitions.map((it) => ({ ...it, letters: { person: null, authority: null } })),
    }
    expect((await page('/p/joel-paredes', none)).body).not.toContain('/lettre')
    const { status, body } = await page('/p/joel-paredes/lettre', none)
    expect([status, textOf(body).includes('Pas de lettre pour ce cas')]).toEqual([200, true])
    expect(body).not.toContain('<noscript>')
  })

  test('of a case that is over says so, and for whom one may write', async () => {
    const { body } = await page('/p/joel-paredes/lettre', await openCampaign({ 'joel-paredes': 'delivered' }))
    expect(textOf(body)).toContain('On n’écrit plus pour ce cas')
    expect(body).toContain('href="/p/manahel-al-otaibi/lettre"')
    expect(body).not.toContain('href="/p/joel-paredes/lettre"')
  })
})

describe('joining and contact', () => {
  test('show the code of conduct before the form, and are led to by the home page', async () => {
    const campaign = await openCampaign()
    const home = (await page('/en', campaign)).body
    for (const href of ['/en/join', '/en/contact']) expect(home).toContain(`href="${href}"`)
    const { status, head, body } = await page('/en/join', campaign)
    expect(status).toBe(200)
    expect(head).toContain('hreflang="fr" href="https://petitions.example/rejoindre"')
    expect(textOf(body)).toMatch(/code of conduct.*We press nobody to sign.*Your request/i)
    expect(textOf((await page('/contact', campaign)).body)).toContain(
      'Ce formulaire n’est pas fait pour signaler des abus.',
    )
  })

  test('tell age and fee where the campaign has them', async () => {
    const campaign = await openCampaign()
    const join = { ...campaign.join, minAge: 16, fee: { fr: 'Mille francs par an.', en: 'A thousand francs a year.' } }
    const { body } = await page('/rejoindre', { ...campaign, join })
    expect(textOf(body)).toContain('À partir de 16 ans.')
    expect(textOf(body)).toContain('Mille francs par an.')
    expect(textOf((await page('/rejoindre', campaign)).body)).not.toMatch(/Cotisation|À partir de/)
  })

  test('are not offered without a text to agree to', async () => {
    const campaign = await openCampaign()
    const without = { ...campaign, consents: campaign.consents.filter((it) => it.purpose !== 'join') }
    expect((await page('/', without)).body).not.toContain('/rejoindre')
    expect(textOf((await page('/rejoindre', without)).body)).toContain('pour le moment')
  })
})

describe('what a page brings for the browser', () => {
  test('is what that page shows: the rest is left for its own page', async () => {
    const campaign = await openCampaign()
    const sent = async (path: string) => JSON.parse((await page(path, campaign)).data)
    const home = await sent('/')
    expect(home.madeFor).toBe('/')
    expect(JSON.stringify(home)).not.toMatch(/Aucune insulte|Nous ne poussons personne|J’écris\./)
    expect(home.campaign.petitions[1].letters).toEqual({ person: { rules: [] }, authority: { rules: [] } })
    const letter = await sent('/p/joel-paredes/lettre')
    expect(letter.campaign.petitions[1].letters.authority.rules.length).toBe(5)
    expect(letter.campaign.petitions[0].letters.authority.rules).toEqual([])
    expect(JSON.stringify(letter)).toContain('J’écris.')
    expect(JSON.stringify(await sent('/rejoindre'))).toContain('Nous ne poussons personne')
  })

  test('is the whole consent text of every act on the page where it is asked for', async () => {
    const campaign = await openCampaign()
    for (const [path, purpose] of [
      ['/p/joel-paredes/lettre', 'letter'],
      ['/rejoindre', 'join'],
      ['/contact', 'contact'],
      ['/', 'sign'],
    ]) {
      const { consents } = JSON.parse((await page(path as string, campaign)).data).campaign
      const { text } = campaign.consents.find((it) => it.purpose === purpose) ?? {}
      expect(consents.find((it: { purpose: string }) => it.purpose === purpose).text).toEqual({ fr: text?.fr })
    }
  })
})

describe('a draft', () => {
  test('is absent from everything that is sent', async () => {
    const campaign = await openCampaign({ 'joel-paredes': 'draft' })
    for (const path of [
      '/',
      '/en',
      '/p/manahel-al-otaibi',
      '/p/maryia-kalesnikava',
      '/p/joel-paredes',
      '/p/joel-paredes/lettre',
      '/rejoindre',
      '/retrait',
    ]) {
      const { head, body, data } = await page(path, campaign)
      expect(head + body + data).not.toMatch(/joel|Paredes/i)
    }
    expect((await page('/p/joel-paredes', campaign)).status).toBe(404)
  })
})

describe('what nobody made', () => {
  test.each(['/p/nope', '/p/%E0%A4%A', '/p/', '//evil', '/en/p/x/y', '/en/nothing', '/../etc', '/p/__proto__'])(
    '%s is a page that says so',
    async (path) => {
      const { status, head } = await page(path, await openCampaign())
      expect(status).toBe(404)
      expect(head).toContain('noindex')
    },
  )
})

describe('the head', () => {
  test('names the page in both languages', async () => {
    const { head } = await page('/en/p/joel-paredes', await openCampaign())
    expect(head).toContain('<link rel="canonical" href="https://petitions.example/en/p/joel-paredes">')
    expect(head).toContain('<link rel="alternate" hreflang="fr" href="https://petitions.example/p/joel-paredes">')
    expect(head).toContain('<link rel="alternate" hreflang="en" href="https://petitions.example/en/p/joel-paredes">')
    expect(head).toContain('hreflang="x-default" href="https://petitions.example/p/joel-paredes"')
    expect(head).toContain('<title>Justice for Joel Paredes · Write for Rights 2024</title>')
    expect(head).toMatch(/<meta property="og:title" content="Justice for Joel Paredes/)
  })
})

describe('the sources that a page loads at once', () => {
  test('are there under these names', async () => {
    for (const path of [
      '/en',
      '/en/withdraw',
      '/en/outbox',
      '/en/p/maryia-kalesnikava',
      '/en/join',
      '/en/p/joel-paredes/letter',
      '/en/nothing',
    ])
      for (const source of await sourcesOf(path))
        expect(existsSync(new URL(`../../${source}`, import.meta.url)), source).toBe(true)
  })

  test('name the form apart, which the server does not draw', async () => {
    expect((await page('/en', await openCampaign())).form).toBe('src/petition/SignForm.tsx')
    expect((await page('/en/withdraw', await openCampaign())).form).toBeNull()
  })

  const sourcesOf = async (path: string) => {
    const { modules, form } = await page(path, await openCampaign())
    return form ? [...modules, form] : modules
  }
})

describe('hostile texts', () => {
  const hostile = '</script><script>alert(1)</script><!-- "\' & $& \u2028'

  test('stay text in head, page and data', async () => {
    const campaign = await openCampaign()
    const [first, ...others] = campaign.petitions
    if (!first) throw new Error('no petition')
    const text = { fr: hostile, en: hostile }
    const petition = { ...first, person: hostile, title: text, summary: text, story: text, drawingAlt: text }
    for (const path of ['/', `/p/${first.id}`]) {
      const { head, body, data } = await page(path, { ...campaign, name: text, petitions: [petition, ...others] })
      // One block of our own, which holds data.
      const block = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(head)
      expect(JSON.stringify(JSON.parse(block?.[1] ?? ''))).toContain(JSON.stringify(hostile).slice(1, -1))
      expect(head.replace(block?.[0] ?? '', '') + body + data).not.toMatch(/<script|<!--|<\/script/i)
      expect(JSON.parse(data).campaign.name.fr).toBe(hostile)
      expect(head).not.toMatch(/content="[^"]*["<>][^"]*">\S/)
    }
  })

  test('come without style attributes, which the policy blocks', async () => {
    for (const path of [
      '/',
      '/p/joel-paredes',
      '/p/joel-paredes/lettre',
      '/rejoindre',
      '/contact',
      '/retrait',
      '/nothing',
    ])
      expect((await page(path, await openCampaign())).body).not.toMatch(/\sstyle=/)
  })
})

describe('the data for the browser', () => {
  test('holds one language, and what is needed to sign', async () => {
    const campaign = await openCampaign()
    const { data } = await page('/en/p/joel-paredes', campaign)
    const sent = JSON.parse(data)
    expect(data).not.toContain('"fr":')
    expect(sent.campaign.sealingKey).toEqual(campaign.sealingKey)
    expect(sent.campaign.root).toBe(campaign.root)
    expect(sent.counts).toEqual(counts)
  })
})
