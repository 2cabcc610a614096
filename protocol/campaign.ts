import * as z from 'zod/mini'
import { ConsentPurpose, Country, Language } from './act.ts'
import { Slug } from './ids.ts'
import { LocalText } from './local-text.ts'
import { CalendarDate, Petition } from './petition.ts'
import { PublicKey, SignedSealingKey } from './sealing-key.ts'
import { Theme } from './theme.ts'

// Petitions signed together, with one root key, dates, consent texts and retention: what everyone may read of them. Not strict:
// a newer server may say more than this app reads.

/** One version of a consent text. A published version is never edited, only succeeded by one with another id. */
export const ConsentText = z.object({ id: Slug, purpose: ConsentPurpose, text: LocalText })

/** What an editor writes; `content/` holds the sample in this shape. */
export const CampaignContent = z.object({
  id: Slug,
  sample: z.boolean(),
  languages: z.array(Language).check(z.minLength(1)),
  name: LocalText,
  call: z.object({ title: LocalText, text: LocalText }),
  community: LocalText,
  country: Country,
  phone: z.object({
    callingCode: z.string().check(z.regex(/^[1-9]\d{0,3}$/)),
    digits: z.int().check(z.gte(4), z.lte(12)),
    example: z.string(),
  }),
  towns: z.array(z.string()),
  opens: CalendarDate,
  closes: CalendarDate,
  destroyBy: CalendarDate,
  consents: z.array(ConsentText).check(
    z.minLength(1),
    z.refine((all) => all.filter((c) => c.purpose === 'sign').length === 1),
  ),
  /** In layers: one sentence, then all of it (who, why, who receives what, how long, rights, authority). */
  notice: z.object({ short: LocalText, full: LocalText }),
  victories: z.object({
    intro: LocalText,
    list: z.array(z.object({ person: z.string(), country: LocalText, date: CalendarDate, text: LocalText })),
  }),
  join: z.object({
    intro: LocalText,
    codeOfConduct: z.object({ id: Slug, text: LocalText }),
    /** Local groups, kept by the coordinators. Without any, people join by themselves. */
    groups: z.optional(z.array(z.object({ id: Slug, name: z.string(), town: z.string() }))),
    /** What joining costs, in words; absent: nothing is asked. */
    fee: z.optional(LocalText),
    /** In years; absent: everybody may join. */
    minAge: z.optional(z.int().check(z.gte(1), z.lte(99))),
  }),
  contact: z.object({ intro: LocalText }),
  petitions: z.array(Petition),
  /** How tablets of a stand ask; see `standManner`. */
  stand: z.optional(z.object({ allTicked: z.boolean(), drawn: z.boolean() })),
  /** A draft may hold colours that `lowContrasts` names; what is published does not. */
  theme: z.optional(Theme),
})

/** A campaign as the server publishes it. Without a sealing key nobody can sign yet. */
export const Campaign = z.object({
  ...CampaignContent.shape,
  root: z.nullable(PublicKey),
  sealingKey: z.nullable(z.object(SignedSealingKey.shape)),
  /** What was signed has been destroyed: the server takes nothing for it any more. */
  ended: z.optional(z.literal(true)),
})

/** Signatures received by petition id: envelopes that name it, never called unique (design §2). */
export const Counts = z.record(Slug, z.int().check(z.gte(0)))

/** `allTicked`: every open petition is chosen at first · `drawn`: the signer is asked for a drawn signature. */
export const standManner = ({ stand }: Pick<CampaignContent, 'stand'>): { allTicked: boolean; drawn: boolean } =>
  stand ?? { allTicked: true, drawn: false }

export type CampaignContent = z.infer<typeof CampaignContent>
export type Campaign = z.infer<typeof Campaign>
export type ConsentText = z.infer<typeof ConsentText>
export type Counts = z.infer<typeof Counts>
