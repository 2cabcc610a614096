import type { ActBody, SignatureBody } from '../../protocol/act.ts'
import type { CampaignContent } from '../../protocol/campaign.ts'
import type { ActKind, Envelope } from '../../protocol/envelope.ts'
import { SUITE } from '../../protocol/envelope.ts'
import { newUuid } from '../../protocol/ids.ts'
import { newSealingPair, rawPublicKey } from '../../protocol/opening.ts'
import type { Petition, PetitionState } from '../../protocol/petition.ts'
import { newReceiptCode, withdrawTag } from '../../protocol/receipt.ts'
import { newRoot, signSealingKey } from '../../protocol/root.ts'
import { seal } from '../../protocol/seal.ts'
import { keyIdOf, type SignedSealingKey } from '../../protocol/sealing-key.ts'

// A small campaign, real keys, and real sealed acts.

const both = (fr: string, en: string) => ({ fr, en })

export function petition(id: string, state: PetitionState): Petition {
  return {
    id,
    state,
    person: `Personne ${id}`,
    country: both('Pays', 'Country'),
    title: both(`Titre ${id}`, `Title ${id}`),
    summary: both('Résumé', 'Summary'),
    situation: '2025-03-01',
    story: both('Récit à 100 $& sûr', 'Story'),
    problem: both('Problème', 'Problem'),
    actions: both('Agir', 'Act'),
    demand: both('Demande', 'Demand'),
    addressee: both('Ministre', 'Minister'),
    drawing: 'window',
    drawingAlt: both('Une fenêtre', 'A window'),
    letters: { person: null, authority: null },
    updates: [],
  }
}

export const content = (changes: Partial<CampaignContent> = {}): CampaignContent => ({
  id: 'droits-2024',
  sample: true,
  languages: ['fr', 'en'],
  name: both('Écrire pour les droits', 'Write for Rights'),
  call: { title: both('Agissez', 'Act'), text: both('Une signature', 'A signature') },
  community: both('Nous', 'We'),
  country: 'TG',
  phone: { callingCode: '228', digits: 8, example: '90 12 34 56' },
  towns: ['Lomé'],
  opens: '2024-11-01',
  closes: '2027-12-31',
  destroyBy: '2028-12-31',
  consents: [{ id: 'sign-2', purpose: 'sign', text: both('Je signe', 'I sign') }],
  notice: { short: both('Court', 'Short'), full: both('Long', 'Full') },
  victories: { intro: both('Victoires', 'Victories'), list: [] },
  join: { intro: both('Rejoindre', 'Join'), codeOfConduct: { id: 'code-1', text: both('Code', 'Code') } },
  contact: { intro: both('Écrire', 'Write') },
  petitions: [
    petition('awa', 'open'),
    petition('bila', 'open'),
    petition('closed', 'closed'),
    petition('draft', 'draft'),
    petition('won', 'won'),
  ],
  ...changes,
})

/** The same campaign as it was before its consent text was rewritten. */
export const earlierContent = (): CampaignContent =>
  content({ consents: [{ id: 'sign-1', purpose: 'sign', text: both('Je signais', 'I signed') }] })

export interface Keys {
  root: string
  rootPrivate: CryptoKey
  sealingKey: SignedSealingKey
}

export async function newKeys(campaign = 'droits-2024', serial = 1): Promise<Keys> {
  const pair = await newRoot()
  const root = await rawPublicKey(pair.publicKey)
  return { root, rootPrivate: pair.privateKey, sealingKey: await nextKey(pair.privateKey, serial, campaign) }
}

export async function nextKey(
  rootPrivate: CryptoKey,
  serial: number,
  campaign = 'droits-2024',
): Promise<SignedSealingKey> {
  const publicKey = await rawPublicKey((await newSealingPair()).publicKey)
  const id = (await keyIdOf(publicKey)) as string
  return signSealingKey({ campaign, id, publicKey, serial, validFrom: '2026-01-01T00:00:00Z' }, rootPrivate)
}

const shared = {
  v: 1 as const,
  consents: [{ purpose: 'sign' as const, text: 'sign-2', language: 'fr', given: true }],
  at: '2026-11-22T14:02:07+00:00',
  clockInDoubt: false,
  channel: 'phone' as const,
}

/** A person whose name can be searched for afterwards. */
export const signer = (lastName = 'Kodjovi'): SignatureBody => ({
  ...shared,
  kind: 'signature',
  person: { firstName: 'Afi', lastName, country: 'TG', phone: '+22890123456' },
})

function bodyOf(kind: ActKind): ActBody {
  const { person } = signer()
  if (kind === 'signature') return signer()
  if (kind === 'letter')
    return { ...shared, kind, to: 'person', from: { firstName: 'Afi', country: 'TG' }, text: 'Courage' }
  if (kind === 'join') return { ...shared, kind, person, way: 'individual', codeOfConduct: 'code-1' }
  return { ...shared, kind, person, message: 'Bonjour' }
}

export interface SealedAct {
  id?: string
  kind?: ActKind
  campaign?: string
  petitions?: string[]
  consent?: string
  code?: string
  key?: SignedSealingKey
  body?: ActBody
}

export async function sealed(key: SignedSealingKey, act: SealedAct = {}): Promise<Envelope> {
  const { campaign = 'droits-2024', kind = 'signature', petitions = kind === 'signature' ? ['awa'] : [] } = act
  const head = {
    v: 1 as const,
    suite: SUITE,
    id: act.id ?? newUuid(),
    kind,
    campaign,
    petitions,
    key: key.id,
    consent: act.consent ?? 'sign-2',
    withdrawTag: await withdrawTag(campaign, act.code ?? newReceiptCode()),
  }
  return seal(head as Parameters<typeof seal>[0], act.body ?? bodyOf(kind), key.publicKey)
}
