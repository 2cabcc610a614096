// What anyone who reads a campaign works out from it. Apart from the schemas, so that a page which is only read loads none.
import type { Campaign } from './campaign.ts'
import type { LocalText } from './local-text.ts'
import type { Petition, PetitionState } from './petition.ts'

/** Whether a new form may name this petition. Delivery of what was signed earlier never stops (design §4). */
export const isOpen = (state: PetitionState): boolean => state === 'open'

/** Whether its story tells of what people did, and no more of what they can do. */
export const isOver = (state: PetitionState): state is 'closed' | 'delivered' | 'won' =>
  !isOpen(state) && state !== 'draft'

/** The petitions that can be signed now: open ones, once the campaign has a key. */
export const signable = (campaign: Campaign): Petition[] =>
  campaign.sealingKey ? campaign.petitions.filter((p) => isOpen(p.state)) : []

/** The text in `language`, or else in the first language it has; empty where it has none. */
export const inLanguage = (text: LocalText, language: string): string => text[language] ?? Object.values(text)[0] ?? ''

const GOALS = [100, 250, 500]

/** What a petition is on its way to: its own goal, and beyond that the next one. */
export const goalOf = ({ goal = 0 }: Pick<Petition, 'goal'>, count: number): number =>
  goal > count ? goal : nextGoal(count)

/** The next goal above `count`; goals grow: 100, 250, 500, 1,000, 2,500, 5,000 … */
export function nextGoal(count: number): number {
  for (let scale = 1; ; scale *= 10) {
    const goal = GOALS.find((g) => g * scale > count)
    if (goal) return goal * scale
  }
}
