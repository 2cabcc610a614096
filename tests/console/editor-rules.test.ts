import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CampaignContent } from '../../protocol/campaign.ts'
import { contentProblems, keepsFromSaving } from '../../protocol/content-rules.ts'
import type { Desk } from '../../protocol/edit-routes.ts'
import { withoutPhoto, withPhoto } from '../../src/console/editor/case-photo.ts'
import { valueAt, withValue } from '../../src/console/editor/content-path.ts'
import { clashes, differences, merged } from '../../src/console/editor/differences.ts'
import { changedPart, placeWords, valueWords } from '../../src/console/editor/labels.ts'
import {
  blankContent,
  freeId,
  fromTemplate,
  monthsLater,
  newPetition,
  nextId,
  slugOf,
} from '../../src/console/editor/new-content.ts'
import { adminDatesAgain, objections, partOf } from '../../src/console/editor/objections.ts'
import { otherDays, withDestroyDay } from '../../src/console/editor/promised-days.ts'
import { sameAddresses } from '../../src/console/editor/same-address.ts'
import { toldChanges } from '../../src/console/editor/told-changes.ts'
import { withDay, writtenDays } from '../../src/console/editor/written-days.ts'
import type { CampaignSummary } from '../../src/console/use-campaigns.ts'
import { editorWords } from '../../src/i18n/console-editor.ts'

const sample = CampaignContent.parse(
  JSON.parse(readFileSync(new URL('../../content/sample/campaign.json', import.meta.url), 'utf8')),
)
const TITLE = 'petitions/joel-paredes/title/fr'

describe('a place in the content', () => {
  it('is found and changed by its path, and nothing else is', () => {
    const changed = withValue(sample, TITLE, 'Autre')
    expect(valueAt(changed, TITLE)).toBe('Autre')
    expect(withValue(changed, TITLE, valueAt(sample, TITLE))).toEqual(sample)
    expect(changed.petitions[0]).toBe(sample.petitions[0])
    expect(valueAt(sample, 'petitions/nobody/title')).toBeUndefined()
  })

  it('can be made, and taken away', () => {
    const themed = withValue(sample, 'theme/name/fr', 'Droits')
    expect(themed.theme).toEqual({ name: { fr: 'Droits' } })
    expect(withValue(themed, 'theme', undefined)).toEqual(sample)
    const more = withValue(sample, 'petitions/new', newPetition('new', '2026-11-25'))
    expect(more.petitions).toHaveLength(4)
    expect(withValue(more, 'petitions/new', undefined)).toEqual(sample)
  })
})

describe('what is not the same', () => {
  it('is named by its path, with both texts', () => {
    expect(differences(sample, sample)).toEqual([])
    const before = valueAt(sample, TITLE)
    expect(differences(sample, withValue(sample, TITLE, 'Autre'))).toEqual([{ path: TITLE, before, after: 'Autre' }])
  })

  it('names a case that came or went once, and the order of the others', () => {
    const more = withValue(sample, 'petitions/new', newPetition('new', '2026-11-25'))
    expect(differences(sample, more).map((it) => it.path)).toEqual(['petitions/new'])
    const turned = { ...sample, petitions: [...sample.petitions].reverse() }
    expect(differences(sample, turned).map((it) => it.path)).toEqual(['petitions/order'])
    expect(differences(sample, { ...sample, towns: ['Lomé'] }).map((it) => it.path)).toEqual(['towns'])
  })
})

describe('a case at another campaign’s address', () => {
  const summary = (id: string, ids: string[], more = {}) =>
    ({ id, sample: false, petitions: ids.map((it) => ({ id: it })), ...more }) as unknown as CampaignSummary

  it('is told, with the other campaign', () => {
    const other = summary('eau', ['joel-paredes', 'awa'])
    expect(sameAddresses(sample, [summary(sample.id, ['joel-paredes']), other])).toEqual([
      { petition: 'joel-paredes', other },
    ])
  })

  it('is none where only the sample has it', () => {
    expect(
      sameAddresses({ ...sample, id: 'a-nous' }, [summary(sample.id, ['joel-paredes'], { sample: true })]),
    ).toEqual([])
  })
})

describe('what is told before publishing', () => {
  it('says of a theme that it has a picture, and of a group which one it is', () => {
    const logo = { picture: 'AAAAAAAAAAAAAAAAAAAAAA', type: 'svg', width: 20, height: 10 }
    expect(valueWords('theme', { name: { fr: 'Ligue' }, logo }, editorWords.fr)).toBe('Ligue · une image')
    const groups = [{ id: 'g', name: '[Votre groupe]', town: 'Lomé' }]
    const content = { ...sample, join: { ...sample.join, groups } }
    expect(placeWords('join/groups/0/name', editorWords.fr, content)).toMatch(/ · \[Votre groupe\]$/)
  })

  it('names a text to agree to and its successor once, by what it is for', () => {
    const next = {
      id: 'sign-2',
      purpose: 'sign' as const,
      text: { fr: 'Je signe.', en: sample.consents[0]?.text.en ?? '' },
    }
    const after = { ...sample, consents: [next, ...sample.consents.slice(1)] }
    const told = toldChanges(sample, after)
    expect(told).toEqual([{ path: 'consents/sign-2/text/fr', before: sample.consents[0]?.text.fr, after: 'Je signe.' }])
    expect(placeWords(told[0]?.path ?? '', editorWords.fr, after, sample)).toBe(
      'Texte d’accord · Signer (nécessaire) · français',
    )
  })

  it('leaves everything else as it is', () => {
    const fewer = { ...sample, consents: sample.consents.slice(1) }
    expect(toldChanges(sample, fewer)).toEqual(differences(sample, fewer))
    const changed = withValue(sample, TITLE, 'Autre')
    expect(toldChanges(sample, changed)).toEqual(differences(sample, changed))
  })

  it('shows of a long text the part that changed', () => {
    const long = `${'avant '.repeat(80)}ici ${'puis '.repeat(80)}`
    const [was, is] = changedPart(long, long.replace('ici', 'là'))
    expect(was).toMatch(/^…(avant ){10,11}ici puis/)
    expect(is).toMatch(/^…(avant ){10,11}là puis/)
    expect(changedPart('un', 'deux')).toEqual(['un', 'deux'])
    expect(changedPart(long, `${long}fin`)[1]).toMatch(/ fin$/)
  })
})

describe('two drafts that were written at once', () => {
  const mine = withValue(withValue(sample, TITLE, 'Le mien'), 'name/fr', 'Mon nom')
  const theirs = withValue(withValue(sample, 'name/fr', 'Leur nom'), 'contact/intro/fr', 'Leur mot')

  it('say who changed what', () => {
    expect(Object.fromEntries(clashes(sample, theirs, mine).map((it) => [it.path, it.by]))).toEqual({
      'name/fr': 'both',
      'contact/intro/fr': 'them',
      [TITLE]: 'me',
    })
  })

  it('become one that holds what each chose', () => {
    const all = clashes(sample, theirs, mine)
    const one = merged(mine, all, new Set(['contact/intro/fr']))
    expect(one).toEqual(withValue(mine, 'contact/intro/fr', 'Leur mot'))
    expect(merged(mine, all, new Set(all.map((it) => it.path)))).toEqual(theirs)
  })

  it('lose nothing: taking everything of theirs is theirs, nothing is mine', () => {
    const paths = [TITLE, 'name/fr', 'notice/short/en', 'petitions/new', 'petitions/joel-paredes/goal', 'towns']
    const change = fc.array(fc.tuple(fc.constantFrom(...paths), fc.integer({ min: 1, max: 3 })), { maxLength: 5 })
    const apply = (changes: [string, number][]) =>
      changes.reduce((content, [path, n]) => {
        const value = path.endsWith('new') ? newPetition('new', `2026-11-0${n}`) : path === 'towns' ? [`t${n}`] : n
        return withValue(content, path, value)
      }, sample)
    fc.assert(
      fc.property(change, change, (a, b) => {
        const [t, m] = [apply(a), apply(b)]
        const all = clashes(sample, t, m)
        expect(merged(m, all, new Set())).toEqual(m)
        expect(merged(m, all, new Set(all.map((it) => it.path)))).toEqual(t)
      }),
    )
  })
})

describe('a photograph in place of the drawing', () => {
  const photo = { picture: 'A'.repeat(22), type: 'webp', width: 1200, height: 800 } as const
  const written = { ...newPetition('awa', '2026-11-25'), drawingAlt: { fr: 'Awa devant chez elle', en: 'Awa at home' } }

  it('keeps the description that was written before it was chosen, in every language', () => {
    expect(withPhoto(written, photo).picture).toEqual({ ...photo, alt: written.drawingAlt })
  })

  it('keeps its own description when another one is chosen', () => {
    const alt = { fr: 'Awa au marché', en: 'Awa at the market' }
    const first = { ...withPhoto(written, photo), picture: { ...photo, alt } }
    expect(withPhoto(first, { ...photo, width: 900 }).picture).toEqual({ ...photo, width: 900, alt })
  })

  it('leaves its description to a drawing that has none, and never over one', () => {
    expect(withoutPhoto(withPhoto(written, photo))).toEqual(written)
    const alt = { fr: 'Awa au marché', en: 'Awa at the market' }
    const half = { ...written, drawingAlt: { fr: 'Un tambour', en: '' }, picture: { ...photo, alt } }
    expect(withoutPhoto(half)).toEqual({ ...written, drawingAlt: { fr: 'Un tambour', en: alt.en } })
  })
})

describe('a content to begin with', () => {
  const beginning = { id: 'ma-campagne', name: { fr: 'Ma campagne', en: 'My campaign' }, today: '2026-11-30' }

  it('has the shape of a campaign and can be kept at once', () => {
    for (const content of [blankContent(beginning), fromTemplate(sample, beginning, true)]) {
      expect(CampaignContent.parse(content)).toEqual(content)
      expect(contentProblems(content).filter(keepsFromSaving)).toEqual([])
      expect(contentProblems(content).map((it) => it.why)).not.toContain('dates')
      expect(content).toMatchObject({ id: 'ma-campagne', sample: false })
      expect(content.petitions.every((it) => it.state === 'draft')).toBe(true)
    }
  })

  it('promises its own day of destruction, and no other', () => {
    const made = fromTemplate(sample, beginning, false)
    expect(otherDays(made)).toEqual([])
    const { fr = '', en = '' } = made.notice.full
    expect([fr.includes('30 août 2027'), en.includes('30 August 2027')]).toEqual([true, true])
    expect(JSON.stringify(made)).not.toMatch(/31 (juillet|July) 2027/)
  })

  it('marks what the sample says of itself, and nothing of a campaign’s own', () => {
    const marked = (content: CampaignContent) =>
      contentProblems(fromTemplate(content, beginning, false))
        .filter((it) => it.why === 'brackets' && it.language === 'fr')
        .map((it) => it.path)
    expect(marked(sample)).toEqual([
      'call/title',
      'community',
      'notice/full',
      'victories/intro',
      'join/codeOfConduct/text',
    ])
    expect(marked({ ...sample, sample: false })).toEqual(['notice/full', 'join/codeOfConduct/text'])
    const withCases = contentProblems(fromTemplate(sample, beginning, true))
    expect(withCases.filter(keepsFromSaving)).toEqual([])
    expect(withCases.map((it) => it.path)).toContain('victories/list/0/text')
  })

  it('has ids that fit in an address', () => {
    expect(slugOf('  Écrire pour les droits : 2026 ! ')).toBe('ecrire-pour-les-droits-2026')
    expect(slugOf('Ọmọ́ Ɛ')).toBe('omo')
    expect(slugOf('مريم')).toBe('')
    expect(slugOf(`${'a'.repeat(59)} b`)).toBe('a'.repeat(59))
    expect(freeId('awa', ['awa', 'awa-2'])).toBe('awa-3')
    expect(nextId('sign-1', ['sign-1', 'sign-2'])).toBe('sign-3')
    expect(nextId('accord', [])).toBe('accord-2')
  })

  it('counts months by the calendar', () => {
    expect(monthsLater('2026-11-30', 3)).toBe('2027-02-28')
    expect(monthsLater('2026-11-15', 9)).toBe('2027-08-15')
  })
})

describe('a day in a text', () => {
  it('is found in the ways that people write it', () => {
    expect(writtenDays('Jusqu’au 31 juillet 2027, puis le 1er\u00a0août 2027. Loi 2019-014.', 'fr')).toEqual([
      '2027-07-31',
      '2027-08-01',
    ])
    expect(writtenDays('until 31 July 2027, or July 1st, 2027', 'en')).toEqual(['2027-07-31', '2027-07-01'])
    expect(writtenDays('en juillet 2027, 31 July 2027', 'fr')).toEqual([])
  })

  it('becomes another where it is that one', () => {
    const text = 'du 1er mai 2027 au 31 juillet 2027'
    expect(withDay(text, 'fr', '2027-07-31', '2027-08-01')).toBe('du 1er mai 2027 au 1er août 2027')
    expect(withDay('until July 31, 2027.', 'en', '2027-07-31', '2027-08-30')).toBe('until August 30, 2027.')
  })

  it('after the end that is not the destruction is told, and written anew where nobody has agreed to it', () => {
    expect(otherDays(sample)).toEqual([])
    const delivered = { fr: 'Remise le 1er juillet 2027.', en: 'x' }
    const before = { ...sample, closes: '2027-07-01', notice: { ...sample.notice, short: delivered } }
    expect(otherDays(before), 'a day until which people can sign is no promise').toEqual([])
    const later = { ...sample, destroyBy: '2027-09-30' }
    const found = otherDays(later)
    expect(found).toContainEqual({ path: 'consents/sign-1/text', language: 'fr', day: '2027-07-31' })
    expect(found).toHaveLength(10)
    expect(otherDays(withDestroyDay(later, found))).toEqual([])
    const one = withDestroyDay(later, found.slice(0, 1))
    expect(differences(later, one).map((it) => it.path)).toEqual([`${found[0]?.path}/${found[0]?.language}`])
  })
})

describe('dates of retention that were changed', () => {
  const desk = (more: Partial<Desk> = {}) =>
    ({ texts: [], published: sample, envelopes: 1, ...more }) as unknown as Desk
  const dated = (change: Partial<CampaignContent>) => ({ ...sample, ...change })
  const earlier = dated({ closes: '2020-01-01', destroyBy: '2020-02-01' })
  const ofDates = (content: CampaignContent, ...more: [Desk, 'admin' | 'editor' | 'exporter']) =>
    objections(content, ...more)
      .filter((it) => it.why === 'admin-date')
      .map((it) => it.path)

  it('keep an editor from publishing before it is tried, and nobody else, and no first publication', () => {
    expect(ofDates(earlier, desk(), 'editor')).toEqual(['closes', 'destroyBy'])
    expect(ofDates(dated({ destroyBy: earlier.destroyBy }), desk(), 'editor')).toEqual(['destroyBy'])
    expect(ofDates(dated({ call: earlier.call }), desk(), 'editor')).toEqual([])
    expect(ofDates(earlier, desk(), 'admin')).toEqual([])
    expect(ofDates(earlier, desk({ published: null }), 'editor')).toEqual([])
    for (const path of ['closes', 'destroyBy']) expect(partOf(path)).toBe('dates')
  })

  it('keep an editor from an earlier version as well, unless it is only a destruction that would come later', () => {
    expect(adminDatesAgain(earlier, desk(), 'editor')).toEqual(['closes', 'destroyBy'])
    const later = dated({ destroyBy: '2099-01-01' })
    expect(adminDatesAgain(later, desk(), 'editor')).toEqual([])
    expect(adminDatesAgain(later, desk({ envelopes: 0 }), 'editor')).toEqual(['destroyBy'])
    expect(adminDatesAgain(earlier, desk(), 'admin')).toEqual([])
  })
})
