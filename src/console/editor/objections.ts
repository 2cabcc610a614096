import type { CampaignContent } from '../../../protocol/campaign.ts'
import { type ContentProblem, contentProblems } from '../../../protocol/content-rules.ts'
import { type Desk, setsRetention } from '../../../protocol/edit-routes.ts'
import type { Role } from '../../../protocol/roles.ts'

// Everything for which the server would refuse to publish this draft, known before it is asked.

export type Objection =
  | ContentProblem
  | { why: 'edited-consent' | 'promised' | 'admin-date'; path: string; id?: string }

/** `role`: of who would publish. */
export function objections(content: CampaignContent, desk: Desk, role: Role): Objection[] {
  const { texts, published, envelopes } = desk
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
    ...adminDates(content, desk, role).map((path) => ({ why: 'admin-date' as const, path })),
  ]
}

/** Dates of retention that publishing `content` would change, and that this role leaves to others (`setsRetention`). */
export function adminDates(content: CampaignContent, { published }: Pick<Desk, 'published'>, role: Role) {
  if (published === null || setsRetention(role)) return []
  return (['closes', 'destroyBy'] as const).filter((date) => content[date] !== published[date])
}

/** The same of an earlier version: where somebody has signed, its destruction never comes later than was published since. */
export function adminDatesAgain(content: CampaignContent, desk: Pick<Desk, 'published' | 'envelopes'>, role: Role) {
  const { published, envelopes } = desk
  const kept = published && envelopes > 0 && content.destroyBy > published.destroyBy
  return adminDates(kept ? { ...content, destroyBy: published.destroyBy } : content, desk, role)
}

/** The part of the editor where something stands. */
export function partOf(path: string): string {
  const [first, id] = path.split('/')
  if (first === 'petitions' && id) return `case-${id}`
  if (first === 'consents' || first === 'notice') return 'consents'
  if (first === 'victories') return 'victories'
  if (first === 'join' || first === 'contact') return 'join'
  if (first === 'theme') return 'look'
  return ['dates', 'closes', 'destroyBy', 'phone', 'towns'].includes(first ?? '') ? 'dates' : 'campaign'
}
