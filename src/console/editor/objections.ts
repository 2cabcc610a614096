import type { CampaignContent } from '../../../protocol/campaign.ts'
import { type ContentProblem, contentProblems } from '../../../protocol/content-rules.ts'
import type { Desk } from '../../../protocol/edit-routes.ts'

// Everything for which the server would refuse to publish this draft, known before it is asked.

export type Objection = ContentProblem | { why: 'edited-consent' | 'promised'; path: string; id?: string }

export function objections(content: CampaignContent, { texts, published, envelopes }: Desk): Objection[] {
  const agreed = [
    ...content.consents.map(({ id, text }) => ({ id, text, path: `consents/${id}/text` })),
    { ...content.join.codeOfConduct, path: 'join/codeOfConduct/text' },
  ]
  const edited = agreed.filter(({ id, text }) => {
    const before = texts.find((it) => it.id === id)
    return before && Object.entries(before.text).some(([language, words]) => text[language] !== words)
  })
  const later = published !== null && envelopes > 0 && content.destroyBy > published.destroyBy
  return [
    ...contentProblems(content),
    ...edited.map(({ path, id }) => ({ why: 'edited-consent' as const, path, id })),
    ...(later ? [{ why: 'promised' as const, path: 'destroyBy' }] : []),
  ]
}

/** The part of the editor where something stands. */
export function partOf(path: string): string {
  const [first, id] = path.split('/')
  if (first === 'petitions' && id) return `case-${id}`
  if (first === 'consents' || first === 'notice') return 'consents'
  if (first === 'victories') return 'victories'
  if (first === 'join' || first === 'contact') return 'join'
  if (first === 'theme') return 'look'
  return ['dates', 'destroyBy', 'phone', 'towns'].includes(first ?? '') ? 'dates' : 'campaign'
}
