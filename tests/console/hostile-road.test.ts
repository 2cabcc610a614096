import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ActBody } from '../../protocol/act.ts'
import type { Campaign, CampaignContent } from '../../protocol/campaign.ts'
import type { Envelope } from '../../protocol/envelope.ts'
import { importOpeningKey, type OpeningKey } from '../../protocol/opening.ts'
import type { SignedSealingKey } from '../../protocol/sealing-key.ts'
import { jsonlPieces } from '../../src/console/export/jsonl.ts'
import { makeKeys } from '../../src/console/key-ceremony.ts'
import { openPage } from '../../src/console/open-page.ts'
import type { OpenedAct } from '../../src/console/review/opened-act.ts'
import { emptyLetter, letterBody, letterProblems } from '../../src/petition/acts/letter.ts'
import {
  contactBody,
  contactProblems,
  emptyContact,
  emptyJoin,
  joinBody,
  joinProblems,
} from '../../src/petition/acts/person-acts.ts'
import { bodyOf, emptyFields, problemsOf } from '../../src/petition/sign.ts'
import { HOSTILE_NAMES, HOSTILE_STRINGS, LONG_STRINGS } from '../hostile-strings.ts'
import { content, sealed } from '../server/campaign.fixture.ts'
import { type Running, send, start } from '../server/running.fixture.ts'

// Two hundred strings in every field that a signer fills: through the form's rules, the seal, the server, and out of the export again.

const CAMPAIGN = 'droits-2024'
const CONSENT = { signature: 'sign-2', letter: 'letter-1', join: 'join-1', contact: 'contact-1' }
const text = { fr: 'Oui', en: 'Yes' }
/** A campaign that offers every act, and asks everything that one can ask. */
const EVERY_ACT: Partial<CampaignContent> = {
  consents: (['sign', 'letter', 'join', 'contact'] as const).map((purpose) => ({
    id: CONSENT[purpose === 'sign' ? 'signature' : purpose],
    purpose,
    text,
  })),
  join: {
    intro: text,
    codeOfConduct: { id: 'code-1', text },
    groups: [{ id: 'lome', name: 'Bè', town: 'Lomé' }],
    fee: text,
    minAge: 16,
  },
}

let running: Running
let key: SignedSealingKey
let keys: Map<string, OpeningKey>
let campaign: Campaign

beforeAll(async () => {
  running = await start({ samples: [content(EVERY_ACT)] })
  const made = await makeKeys(CAMPAIGN, new Date(0))
  await running.store.publishKey(made.keys.root, made.keys.sealingKey)
  key = made.keys.sealingKey
  keys = new Map([[key.id, await importOpeningKey(made.keyFile.sealing[0]?.jwk as JsonWebKey)]])
  campaign = (await running.store.campaign(CAMPAIGN))?.published as Campaign
})
afterAll(() => running.stop())

/** The string after this one, so that no two fields of an act say the same. */
const after = (at: number, by: number): string => HOSTILE_NAMES[(at + by * 7) % HOSTILE_NAMES.length] as string
const fits = (text: string, most: number) => (text.trim().length <= most ? text : 'x')

interface Typed {
  body: ActBody
  /** What somebody typed, field by field. */
  typed: string[]
}

/** As the form makes it of what was typed. */
function signed(text: string, at: number): Typed {
  const [town, lastName, quarter] = [after(at, 1), after(at, 2), after(at, 3)]
  const fields = {
    ...emptyFields(campaign, ['awa']),
    ...{ firstName: text, lastName, town, quarter },
    way: 'place' as const,
    agreed: ['sign' as const],
  }
  expect(problemsOf(fields, campaign), JSON.stringify(text)).toEqual({})
  const sheet = fits(after(at, 4), 40)
  const body = bodyOf(fields, campaign, 'fr', new Date(running.clock.now), { channel: 'paper', sheet })
  return { body, typed: [text, lastName, town, quarter, sheet] }
}

/** The address that a string gives: what cannot stand in one is left out. */
const emailOf = (text: string) => `${text.replace(/[\s@]/gu, '').slice(0, 80) || 'x'}@exemple.tg`

/** Every kind as its own form makes it, where its rules find nothing wrong. */
const kinds: Record<ActBody['kind'], (text: string, at: number) => Typed> = {
  signature: signed,
  letter: (text, at) => {
    const [lastName, letter] = [after(at, 2), [text, ...LONG_STRINGS][at % (LONG_STRINGS.length + 1)] as string]
    const to = at % 2 === 0 ? ('person' as const) : ('authority' as const)
    const fields = {
      ...emptyLetter(campaign, to),
      firstName: text,
      lastName,
      text: letter,
      agreed: ['letter' as const],
    }
    expect(letterProblems(fields), JSON.stringify(text)).toEqual({})
    return { body: letterBody(fields, campaign, 'fr', new Date(running.clock.now)), typed: [text, lastName, letter] }
  },
  join: (text, at) => {
    const [lastName, email, message] = [after(at, 2), emailOf(text), after(at, 3)]
    const fields = {
      ...emptyJoin(campaign),
      ...{ firstName: text, lastName, email, message, way: 'email' as const },
      ...{ as: 'group' as const, group: 'lome', read: true, oldEnough: true, agreed: ['join' as const] },
    }
    expect(joinProblems(fields, campaign), JSON.stringify(text)).toEqual({})
    const boxes = { read: text.slice(0, 200), oldEnough: lastName }
    const body = joinBody(fields, campaign, 'fr', new Date(running.clock.now), boxes)
    return { body, typed: [text, lastName, email, message] }
  },
  contact: (text, at) => {
    const message = `${text}\n${after(at, 1)}`
    const [town, quarter] = [after(at, 4), after(at, 5)]
    const fields = {
      ...emptyContact(campaign),
      ...{ firstName: 'Afi', lastName: text, town, quarter, way: 'place' as const, message },
      agreed: ['contact' as const],
    }
    expect(contactProblems(fields, campaign), JSON.stringify(text)).toEqual({})
    const body = contactBody(fields, campaign, 'fr', new Date(running.clock.now))
    return { body, typed: [text, town, quarter, message] }
  },
}

/** The same fields, as an act says them. */
function saidIn(body: ActBody): (string | undefined)[] {
  if (body.kind === 'letter') return [body.from.firstName, body.from.lastName, body.text]
  const { firstName, lastName, town, quarter, email } = body.person
  if (body.kind === 'signature') return [firstName, lastName, town, quarter, body.sheet]
  return body.kind === 'join' ? [firstName, lastName, email, body.message] : [lastName, town, quarter, body.message]
}

/** Everything of a kind that the server holds, as the export writes it. */
async function exported(kind: ActBody['kind']): Promise<string[]> {
  const acts: OpenedAct[] = []
  for (let after: string | null = null; ; ) {
    const page = await running.store.envelopes(CAMPAIGN, after, 500)
    const opened = await openPage(page?.items ?? [], keys)
    expect(opened.tally.unreadable).toEqual([])
    acts.push(...opened.acts.filter(({ body }) => body.kind === kind))
    after = page?.next ?? null
    if (after === null) break
  }
  const bytes = Buffer.concat([...jsonlPieces(acts, () => undefined)])
  expect(Buffer.from(bytes.toString('utf8'), 'utf8').equals(bytes), 'whole UTF-8').toBe(true)
  return bytes.toString('utf8').split('\n').slice(0, -1)
}

describe.each(Object.keys(kinds) as ActBody['kind'][])('two hundred hostile strings in a %s', (kind) => {
  test('come back byte for byte, without the blanks at their ends', { timeout: 60_000 }, async () => {
    const acts = HOSTILE_NAMES.map((text, at) => kinds[kind](text, at))
    const envelopes: Envelope[] = []
    for (const { body } of acts)
      envelopes.push(
        await sealed(key, {
          kind,
          petitions: kind === 'signature' || kind === 'letter' ? ['awa'] : [],
          consent: CONSENT[kind],
          body,
        }),
      )
    for (let at = 0; at < envelopes.length; at += 40) {
      const { verdicts } = await send(running, envelopes.slice(at, at + 40))
      expect(verdicts.map((it) => it.verdict)).toEqual(verdicts.map(() => 'stored'))
    }
    const lines = await exported(kind)
    expect(lines).toHaveLength(acts.length)
    const bodyOfId = new Map(lines.map((line) => JSON.parse(line)).map(({ head, body }) => [head.id, body]))
    acts.forEach(({ typed }, at) => {
      expect(saidIn(bodyOfId.get(envelopes[at]?.id)), JSON.stringify(typed)).toEqual(typed.map((it) => it.trim()))
    })
  })
})

test('a name of nothing but blanks is asked for again', () => {
  for (const text of HOSTILE_STRINGS.filter((it) => it.trim() === ''))
    expect(problemsOf({ ...emptyFields(campaign, ['awa']), firstName: text }, campaign).firstName).toEqual({
      problem: 'missing',
    })
})
