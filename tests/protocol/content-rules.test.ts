import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CampaignContent } from '../../protocol/campaign.ts'
import { bracketsIn, contentProblems, keepsFromSaving, textsOf } from '../../protocol/content-rules.ts'
import { content, petition } from '../server/campaign.fixture.ts'

const sample = CampaignContent.parse(
  JSON.parse(readFileSync(new URL('../../content/sample/campaign.json', import.meta.url), 'utf8')),
)
const own = (changes: Partial<CampaignContent> = {}) => content({ sample: false, ...changes })
const whys = (changes: Partial<CampaignContent>) => contentProblems(own(changes)).map((it) => `${it.why} ${it.path}`)

describe('a campaign’s content', () => {
  it('is fine as the sample is, but for the passages that somebody has to fill in', () => {
    expect(contentProblems(sample)).toEqual([])
    const problems = contentProblems({ ...sample, sample: false })
    expect(problems.map((it) => [it.why, it.path, it.language])).toEqual([
      ['brackets', 'notice/full', 'fr'],
      ['brackets', 'notice/full', 'en'],
      ...(bracketsIn(sample.join.codeOfConduct.text.fr ?? '').length > 0
        ? [
            ['brackets', 'join/codeOfConduct/text', 'fr'],
            ['brackets', 'join/codeOfConduct/text', 'en'],
          ]
        : []),
      ...(sample.join.groups ?? []).map((_, at) => ['brackets', `join/groups/${at}/name`, undefined]),
    ])
  })

  it('names every text once', () => {
    const paths = [...textsOf(sample)].map((it) => it.path)
    expect(new Set(paths).size).toBe(paths.length)
    expect(paths).toContain('petitions/joel-paredes/story')
  })

  it('wants every language of a text that is shown, and nothing of a draft', () => {
    const half = { ...petition('awa', 'open'), title: { fr: 'Titre' }, person: ' ' }
    expect(whys({ petitions: [half] })).toEqual(['missing petitions/awa/title', 'missing petitions/awa/person'])
    expect(whys({ petitions: [petition('bila', 'open'), { ...half, state: 'draft' }] })).toEqual([])
    expect(whys({ community: { fr: '', en: '' } })).toEqual([])
    expect(whys({ community: { fr: 'Nous', en: '' } })).toEqual(['missing community'])
  })

  it('has its dates in order, each id and purpose once, and something to read', () => {
    expect(whys({ closes: '2024-10-01' })).toEqual(['dates dates'])
    const consents = [...own().consents, { id: 'code-1', purpose: 'sign' as const, text: { fr: 'a', en: 'b' } }]
    expect(whys({ consents })).toEqual(['twice consents/code-1', 'twice consents/sign'])
    expect(whys({ petitions: [petition('awa', 'open'), petition('awa', 'open')] })).toEqual(['twice petitions/awa'])
    expect(whys({ petitions: [] })).toEqual(['missing petitions'])
  })

  it('may be kept half written, but not beyond its limits', () => {
    const long = contentProblems(own({ name: { fr: 'x'.repeat(81), en: '' } }))
    expect(long.map((it) => [it.why, keepsFromSaving(it)])).toEqual([
      ['too-long', true],
      ['missing', false],
    ])
    const many = Array.from({ length: 21 }, (_, at) => petition(`p${at}`, 'open'))
    expect(whys({ petitions: many })).toEqual(['too-many petitions'])
  })

  it('has groups with a name and a town, and an address for letters that is one', () => {
    const group = { id: 'lome-be', name: 'Bè', town: 'Lomé' }
    const joining = (groups: (typeof group)[]) => whys({ join: { ...own().join, groups } })
    expect(joining([group])).toEqual([])
    expect(joining([group, { ...group, name: ' ', town: '' }])).toEqual([
      'missing join/groups/1/name',
      'missing join/groups/1/town',
      'twice join/groups/lome-be',
    ])
    expect(joining([{ ...group, name: '[Groupe 1]' }])).toEqual(['brackets join/groups/0/name'])
    expect(whys({ join: { ...own().join, fee: { fr: 'Mille francs', en: '' } } })).toEqual(['missing join/fee'])
    const writing = (email: string, address = '') =>
      whys({
        petitions: [
          { ...petition('awa', 'open'), letters: { person: null, authority: { rules: [], email, address } } },
        ],
      })
    expect(writing('greffe@exemple.org')).toEqual([])
    expect(writing('')).toEqual([])
    expect(writing('greffe')).toEqual(['email petitions/awa/letters/authority/email'])
    expect(writing('', 'x'.repeat(501))).toEqual(['too-long petitions/awa/letters/authority/address'])
  })

  it('knows a passage to fill in from a link', () => {
    expect(bracketsIn('De [nom], voir [le site](https://example.org) ou [ici].')).toEqual(['[nom]', '[ici]'])
    expect(bracketsIn('[sur deux\nlignes]')).toEqual([])
  })
})
