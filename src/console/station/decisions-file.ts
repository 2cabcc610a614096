import * as z from 'zod/mini'
import { Slug } from '../../../protocol/ids.ts'
import { Decision, Verdict } from '../../../protocol/review-routes.ts'

// What was decided at an opening station, as a file between two sittings: ids and words of a closed list, nothing of any person.

const { envelope, petition } = Decision.shape
export const DecisionsFile = z.strictObject({
  paraphe: z.literal('decisions'),
  v: z.literal(1),
  campaign: Slug,
  decisions: z.array(z.strictObject({ envelope, petition, verdict: Verdict })),
  /** Taken out at the station; at the server they have to be withdrawn yet. */
  withdrawn: z.array(envelope),
})

export type DecisionsFile = z.infer<typeof DecisionsFile>

export const writeDecisions = (it: Pick<DecisionsFile, 'campaign' | 'decisions' | 'withdrawn'>): string =>
  `${JSON.stringify({ paraphe: 'decisions', v: 1, ...it } satisfies DecisionsFile, null, 1)}\n`

/** Null for a file that is none, or of another campaign. */
export function readDecisions(text: string, campaign: string): DecisionsFile | null {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return null
  }
  const { data } = DecisionsFile.safeParse(json)
  return data?.campaign === campaign ? data : null
}
