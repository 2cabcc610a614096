import BetterSqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CampaignContent } from '../../protocol/campaign.ts'
import { CONSOLE_ROUTES } from '../../protocol/console-routes.ts'
import { type Desk, EDIT_ROUTES } from '../../protocol/edit-routes.ts'
import { ROUTES } from '../../protocol/routes.ts'
import { databaseFile } from '../../sync-server/store/data-dir.ts'
import { content, petition, sealed } from './campaign.fixture.ts'
import { call, logIn, logInAs, openForSigning, type Running, send, start, verdictsOf } from './running.fixture.ts'

let running: Running
let headers: { cookie: string }

beforeEach(async () => {
  running = await start()
  headers = await logIn(running)
})
afterEach(() => running.stop())

const own = (changes: Partial<CampaignContent> = {}) => content({ id: 'nouvelle', sample: false, ...changes })
const at = (campaign: string, version = 0) => ({ campaign, version: String(version) })

const by = {
  make: (body: unknown = { content: own() }) => call(running, EDIT_ROUTES.make, { body, headers }),
  desk: (campaign = 'nouvelle') => call(running, EDIT_ROUTES.desk, { parameters: at(campaign), headers }),
  save: (revision: number, content: unknown, campaign = 'nouvelle') =>
    call(running, EDIT_ROUTES.save, { parameters: at(campaign), body: { revision, content }, headers }),
  publish: (revision: number, campaign = 'nouvelle') =>
    call(running, EDIT_ROUTES.publish, { parameters: at(campaign), body: { revision }, headers }),
  again: (version: number, newest: number, campaign = 'nouvelle') =>
    call(running, EDIT_ROUTES.again, { parameters: at(campaign, version), body: { newest }, headers }),
  version: (version: number, campaign = 'nouvelle') =>
    call(running, EDIT_ROUTES.version, { parameters: at(campaign, version), headers }),
  discard: (campaign = 'nouvelle') => call(running, EDIT_ROUTES.discard, { parameters: at(campaign), headers }),
  show: (campaign = 'nouvelle') => call(running, EDIT_ROUTES.show, { body: { campaign }, headers }),
}
const reads = (campaign = 'nouvelle') => call(running, ROUTES.campaign, { parameters: { campaign } })
const summaries = async () => (await call(running, CONSOLE_ROUTES.campaigns, { headers })).json()

/** A campaign that was published once; its revision is 1, its version 1. */
async function published(changes: Partial<CampaignContent> = {}): Promise<Desk> {
  expect((await by.make({ content: own(changes) })).statusCode).toBe(200)
  const answer = await by.publish(1)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

test('nobody writes without a session, and nothing is written from another site', async () => {
  for (const route of Object.values(EDIT_ROUTES)) {
    const body = route === EDIT_ROUTES.make ? { content: own() } : { revision: 1, newest: 1, campaign: 'x' }
    const asked = { parameters: at('droits-2024', 1), ...(route.method === 'GET' ? {} : { body }) }
    expect((await call(running, route, asked)).json(), route.path).toEqual({ reason: 'login-needed' })
    if (route.method === 'GET') continue
    const foreign = { ...headers, origin: 'https://elsewhere.example' }
    expect((await call(running, route, { ...asked, headers: foreign })).json()).toEqual({ reason: 'foreign-origin' })
  }
  expect(await summaries()).toHaveLength(1)
})

describe('a new campaign', () => {
  test('is refused beyond its limits, as a sample, in another shape, and under an id that is taken', async () => {
    expect((await by.make({ content: { ...own(), id: 'Majuscule' } })).json()).toEqual({ reason: 'not-this-shape' })
    expect((await by.make({ content: own({ sample: true }) })).json()).toEqual({ reason: 'not-this-shape' })
    const long = { fr: 'x'.repeat(81), en: 'x' }
    expect((await by.make({ content: own({ name: long }) })).json()).toEqual({ reason: 'not-publishable' })
    expect((await by.make({ content: own({ id: 'droits-2024' }) })).json()).toEqual({ reason: 'id-taken' })
    const heavy = own({ towns: Array(20_000).fill('une ville de plus de vingt lettres') })
    expect((await by.make({ content: heavy })).json()).toEqual({ reason: 'too-large' })
    expect(await summaries()).toHaveLength(1)
  })

  test('is seen by nobody before it is published, and then by everyone', async () => {
    const made = await by.make()
    expect(made.json()).toMatchObject({ draft: { revision: 1, savedBy: 'Afi' }, published: null, versions: [] })
    expect((await by.make()).json(), 'the first answer was lost').toEqual(made.json())
    expect((await reads()).json()).toEqual({ reason: 'unknown-campaign' })
    expect((await by.show()).json()).toEqual({ reason: 'unknown-campaign' })
    expect((await reads('current')).json().id).toBe('droits-2024')
    expect(await summaries()).toMatchObject([
      { id: 'droits-2024', shown: true, leads: true, live: true },
      { id: 'nouvelle', shown: false, leads: true, live: false, changed: true },
    ])
    const desk = (await by.publish(1)).json()
    expect(desk).toMatchObject({
      versions: [{ version: 1, publishedBy: 'Afi', again: null }],
      known: ['awa', 'bila', 'closed', 'won'],
    })
    expect((await reads()).json().petitions.map((it: { id: string }) => it.id)).not.toContain('draft')
    expect((await reads('current')).json().id, 'an own campaign goes before a sample').toBe('nouvelle')
    expect((await by.show('droits-2024')).statusCode).toBe(204)
    expect((await reads('current')).json().id).toBe('droits-2024')
  })

  test('says before it is published whether it would be shown then', async () => {
    await published()
    await by.make({ content: own({ id: 'plus-tard' }) })
    const leads = async () =>
      Object.fromEntries((await summaries()).map((it: { id: string; leads: boolean }) => [it.id, it.leads]))
    expect(await leads(), 'what came first stays first').toEqual({
      nouvelle: true,
      'droits-2024': false,
      'plus-tard': false,
    })
    await by.publish(1, 'plus-tard')
    await by.show('plus-tard')
    await by.make({ content: own({ id: 'encore' }) })
    const chosen = { nouvelle: false, 'droits-2024': false, 'plus-tard': true, encore: false }
    expect(await leads(), 'what somebody chose goes before').toEqual(chosen)
  })

  test('can be thrown away before it is published, and not after', async () => {
    await by.make()
    expect((await by.discard()).statusCode).toBe(204)
    expect((await by.desk()).json()).toEqual({ reason: 'unknown-campaign' })
    await published()
    expect((await by.discard()).json()).toEqual({ reason: 'not-allowed' })
    expect((await reads()).statusCode).toBe(200)
  })
})

describe('a draft', () => {
  const named = (fr: string) => own({ name: { fr, en: 'x' } })

  test('is refused to whoever began with an older one, and stays as it was', async () => {
    await by.make()
    expect((await by.save(1, named('un'))).json().draft).toMatchObject({ revision: 2, savedBy: 'Afi' })
    expect((await by.save(1, named('deux'))).json()).toEqual({ reason: 'newer-draft' })
    expect((await by.publish(1)).json()).toEqual({ reason: 'newer-draft' })
    expect((await by.desk()).json().draft.content.name.fr).toBe('un')
    expect((await by.save(1, named('un'))).json().draft.revision, 'the first answer was lost').toBe(2)
  })

  test('cannot become another campaign, or a sample', async () => {
    await by.make()
    expect((await by.save(1, own({ id: 'autre' }))).json()).toEqual({ reason: 'not-this-shape' })
    expect((await by.save(1, own({ sample: true }))).json()).toEqual({ reason: 'not-this-shape' })
    expect((await by.save(1, own(), 'ailleurs')).json()).toEqual({ reason: 'unknown-campaign' })
  })

  test('in colours that cannot be read is kept with everything else that was written, and never published', async () => {
    const theme = { colours: { accent: '#777777', night: '#888888' } }
    expect((await by.make({ content: own({ theme }) })).statusCode, 'from a file, or another campaign').toBe(200)
    const saved = (await by.save(1, own({ theme, name: { fr: 'un', en: 'x' } }))).json()
    expect(saved.draft).toMatchObject({ revision: 2, content: { theme, name: { fr: 'un' } } })
    expect((await by.publish(2)).json()).toEqual({ reason: 'low-contrast' })
    expect((await reads()).json(), 'nobody reads it').toEqual({ reason: 'unknown-campaign' })
    expect((await by.save(2, own({ theme: {} }))).statusCode).toBe(200)
    expect((await by.publish(3)).statusCode).toBe(200)
  })

  test('changes nothing that anyone reads until it is published', async () => {
    await published()
    await by.save(1, named('plus tard'))
    expect((await reads()).json().name.fr).toBe('Écrire pour les droits')
    expect((await summaries())[0]).toMatchObject({ id: 'nouvelle', changed: true })
    expect((await by.publish(2)).json().versions.map((it: { version: number }) => it.version)).toEqual([2, 1])
    expect((await reads()).json().name.fr).toBe('plus tard')
    expect((await summaries())[0]).toMatchObject({ changed: false })
    expect((await by.publish(2)).json().versions, 'the first answer was lost').toHaveLength(2)
  })

  test('of a campaign that came from a file begins with what is published, and its first version is kept', async () => {
    expect((await by.desk('droits-2024')).json()).toMatchObject({
      draft: { revision: 0, savedBy: null },
      versions: [{ version: 1 }],
    })
    await by.save(0, content({ name: { fr: 'Changée', en: 'x' } }), 'droits-2024')
    const desk = (await by.publish(1, 'droits-2024')).json()
    expect(desk.versions).toMatchObject([
      { version: 2, publishedBy: 'Afi' },
      { version: 1, publishedBy: null },
    ])
    expect((await by.version(1, 'droits-2024')).json().name.fr).toBe('Écrire pour les droits')
    expect((await by.again(1, 2, 'droits-2024')).statusCode).toBe(200)
    expect((await reads('droits-2024')).json().name.fr).toBe('Écrire pour les droits')
  })
})

describe('publishing', () => {
  test.each([
    ['a text that is missing in one language', own({ name: { fr: 'Nom' } })],
    ['a passage to fill in', own({ notice: { short: { fr: 'De [votre nom]', en: 'x' }, full: { fr: 'x', en: 'x' } } })],
    ['dates in another order', own({ closes: '2029-01-01' })],
    ['nothing but drafts', own({ petitions: [petition('awa', 'draft')] })],
  ])('is refused for %s', async (_, unready) => {
    expect((await by.make({ content: unready })).statusCode).toBe(200)
    expect((await by.publish(1)).json()).toEqual({ reason: 'not-publishable' })
    expect((await reads()).statusCode).toBe(404)
  })

  test('a text that was published is succeeded, never edited', async () => {
    await published()
    const other = { fr: 'Je signe autrement', en: 'I sign otherwise' }
    await by.save(1, own({ consents: [{ id: 'sign-2', purpose: 'sign', text: other }] }))
    expect((await by.publish(2)).json()).toEqual({ reason: 'edited-consent' })
    await by.save(2, own({ consents: [{ id: 'sign-3', purpose: 'sign', text: other }] }))
    expect((await by.publish(3)).json().texts.map((it: { id: string }) => it.id)).toEqual([
      'code-1',
      'sign-2',
      'sign-3',
    ])
    await by.save(3, own({ join: { intro: other, codeOfConduct: { id: 'code-1', text: other } } }))
    expect((await by.publish(4)).json()).toEqual({ reason: 'edited-consent' })
    expect((await reads()).json().consents[0].id).toBe('sign-3')
  })

  test('a petition that was published keeps its address', async () => {
    await published()
    await by.save(1, own({ petitions: [petition('renommee', 'open')] }))
    expect((await by.publish(2)).json()).toEqual({ reason: 'not-publishable' })
  })

  test('what was signed before is taken under a newer text, and for a petition that an older version does not show', async () => {
    await published({ petitions: [petition('awa', 'open')] })
    const keys = await openForSigningAt('nouvelle')
    const early = await sealed(keys.sealingKey, { campaign: 'nouvelle' })
    const text = { fr: 'Autre', en: 'Other' }
    const consents: CampaignContent['consents'] = [{ id: 'sign-3', purpose: 'sign', text }]
    await by.save(1, own({ petitions: [petition('awa', 'open'), petition('bila', 'open')], consents }))
    await by.publish(2)
    const forBila = await sealed(keys.sealingKey, { campaign: 'nouvelle', petitions: ['bila'], consent: 'sign-3' })
    expect((await by.again(1, 2)).json().versions[0]).toMatchObject({ version: 3, again: 1 })
    expect((await reads()).json().petitions).toHaveLength(1)
    expect(await verdictsOf(running, [early, forBila])).toEqual(['stored', 'stored'])
    const held = (await running.store.envelopes('nouvelle', null, 10))?.items.map((it) => it.late)
    expect(held).toEqual([false, true])
  })

  test('bringing back is refused where somebody published meanwhile, and where there is no such version', async () => {
    await published()
    await by.save(1, own({ name: { fr: 'Deux', en: 'Two' } }))
    await by.publish(2)
    expect((await by.again(1, 1)).json()).toEqual({ reason: 'newer-draft' })
    expect((await by.again(7, 2)).json()).toEqual({ reason: 'unknown-campaign' })
    expect((await by.version(7)).json()).toEqual({ reason: 'unknown-campaign' })
    expect((await reads()).json().name.fr).toBe('Deux')
  })

  test('bringing back writes nothing where it is refused, of a campaign that came from a file as well', async () => {
    const sqlite = new BetterSqlite(databaseFile(running.dataDir), { readonly: true })
    const versions = () => sqlite.prepare('select * from campaign_version').all()
    expect((await by.again(1, 7, 'droits-2024')).json()).toEqual({ reason: 'newer-draft' })
    expect((await by.again(7, 1, 'droits-2024')).json()).toEqual({ reason: 'unknown-campaign' })
    expect((await by.again(1, 1, 'droits-2024')).statusCode, 'it is shown already').toBe(200)
    expect(versions()).toEqual([])
    sqlite.close()
  })

  test('the day of destruction is never later than what was promised to those who signed', async () => {
    await published()
    await by.save(1, own({ destroyBy: '2029-06-30' }))
    expect((await by.publish(2)).statusCode, 'nobody signed yet').toBe(200)
    const keys = await openForSigningAt('nouvelle')
    await send(running, [await sealed(keys.sealingKey, { campaign: 'nouvelle' })])
    await by.save(2, own({ destroyBy: '2029-07-01' }))
    expect((await by.publish(3)).json()).toEqual({ reason: 'promised-date' })
    await by.save(3, own({ destroyBy: '2029-03-31' }))
    expect((await by.publish(4)).statusCode, 'earlier is kinder').toBe(200)
    expect((await by.again(2, 3)).statusCode).toBe(200)
    expect((await reads()).json().destroyBy, 'an older version does not take it back').toBe('2029-03-31')
  })
})

describe('dates of retention', () => {
  const later = { closes: '2028-11-30', destroyBy: '2029-01-31' }
  const asEditor = async () => {
    const cookie = headers
    headers = await logInAs(running, 'editor')
    return () => {
      headers = cookie
    }
  }

  test('are not changed by an editor, neither saved nor published nor brought back', async () => {
    await published()
    await by.save(1, own(later))
    await by.publish(2)
    await by.save(2, own())
    const backToAdmin = await asEditor()
    const before = (await by.desk()).json()
    expect(before.draft.revision).toBe(3)
    for (const one of [{ closes: later.closes }, { destroyBy: later.destroyBy }])
      expect((await by.save(3, own(one))).json()).toEqual({ reason: 'not-allowed' })
    expect((await by.save(1, own(later))).json(), 'an older draft is that first').toEqual({ reason: 'newer-draft' })
    expect((await by.publish(3)).json(), 'the draft that an admin dated').toEqual({ reason: 'not-allowed' })
    expect((await by.again(1, 2)).json()).toEqual({ reason: 'not-allowed' })
    expect((await by.desk()).json()).toEqual(before)
    backToAdmin()
    expect((await by.publish(3)).statusCode).toBe(200)
    expect((await reads()).json().destroyBy).toBe(own().destroyBy)
  })

  test('are no matter for what else an editor writes, nor for a new campaign', async () => {
    await asEditor()
    await published(later)
    expect((await by.save(1, own({ ...later, name: { fr: 'Deux', en: 'Two' } }))).statusCode).toBe(200)
    expect((await by.publish(2)).statusCode).toBe(200)
    expect((await by.again(1, 2)).statusCode).toBe(200)
  })
})

async function openForSigningAt(campaign: string) {
  const { newKeys } = await import('./campaign.fixture.ts')
  return openForSigning(running, await newKeys(campaign))
}
