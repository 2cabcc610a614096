// What is asked one after the other, and what is still missing at each place.
import { type Campaign, standManner } from '../../../protocol/campaign.ts'
import type { Stroke } from '../../../protocol/drawn.ts'
import { type FieldName, type Problems, problemsOf, type SignFields } from '../../petition/sign.ts'

/** `slip` stands beside the way: the code of a paper receipt is asked for, and then the last step again. */
export type Step = 'cases' | 'names' | 'contact' | 'consents' | 'draw' | 'slip'

/** What a stand asks with. */
export interface Setting {
  campaign: Campaign
  /** That may be signed here now. */
  petitions: readonly string[]
  /** The coordinators took this tablet back: what is begun may end, and nothing new begins. */
  revoked?: boolean
}

/** Nobody is asked to choose from one case. */
export function stepsOf({ campaign, petitions }: Setting): readonly [Step, ...Step[]] {
  const asked: readonly [Step, ...Step[]] = ['names', 'contact', 'consents']
  const all: readonly [Step, ...Step[]] = petitions.length > 1 ? ['cases', ...asked] : asked
  return standManner(campaign).drawn ? [...all, 'draw'] : all
}

export const lastStep = (setting: Setting): Step => stepsOf(setting).at(-1) ?? 'consents'

/** What can be mended on a step, in the order of its screen. */
function fieldsOn(step: Step, { way }: SignFields): readonly FieldName[] {
  switch (step) {
    case 'cases':
      return ['petitions']
    case 'names':
      return ['firstName', 'lastName']
    case 'contact':
      return way === 'place' ? ['town', 'quarter'] : [way]
    case 'consents':
      // An address or a number that only a consent asks for stands beside it.
      return ['sign', ...(['email', 'phone'] as const).filter((it) => it !== way)]
    default:
      return []
  }
}

export interface Asked {
  fields: SignFields
  strokes: readonly Stroke[]
}

/** What keeps a step from being done; empty when it is. */
export function problemsOn(step: Step, { fields }: Asked, { campaign }: Setting): Problems {
  const all = problemsOf(fields, campaign)
  return Object.fromEntries(fieldsOn(step, fields).flatMap((name) => (all[name] ? [[name, all[name]]] : [])))
}

export const isDone = (step: Step, asked: Asked, setting: Setting): boolean =>
  Object.keys(problemsOn(step, asked, setting)).length === 0
