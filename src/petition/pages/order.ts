// Which cases a page lists, and in which order. Apart from published.ts, which only the server and the editor's preview need.
import type { Petition } from '../../../protocol/petition.ts'

export const isPublished = (petition: Petition): boolean => petition.state !== 'draft'

const ORDER: readonly Petition['state'][] = ['open', 'won', 'delivered', 'closed']

/** Open cases first: they wait. Otherwise as the editor ordered them. */
export const inOrder = (petitions: readonly Petition[]): Petition[] =>
  petitions.filter(isPublished).sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
