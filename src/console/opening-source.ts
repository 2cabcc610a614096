import type { Campaign } from '../../protocol/campaign.ts'
import type { LocalText } from '../../protocol/local-text.ts'
import type { ExportFilter } from '../../protocol/review-routes.ts'
import { REVIEW_ROUTES } from '../../protocol/review-routes.ts'
import { DUMP_ROUTES, type DumpFacts } from '../../protocol/sealed-dump.ts'
import { type Names, namesOf } from './export/named.ts'
import type { RunParts } from './opening-run.ts'
import type { OpeningStation } from './opening-station.ts'
import { patientPages } from './patient-fetch.ts'
import type { Opening } from './review/room.ts'
import type { Session } from './session.ts'

/** What words the files and the screens of an opening, beside the envelopes themselves. */
export interface Wording {
  campaign: Campaign
  /** Every consent text ever published, by its id: people agreed to the one that they were shown. */
  consentTexts: Record<string, LocalText>
  /** Names of stands, and of the campaign's groups, by their ids: acts have the ids. */
  stands: Names
  groups: Names
}

/** Where an opening takes its envelopes from: the server, or a dump that was saved earlier. */
export interface OpeningSource {
  /** What has to be known before the first envelope is opened. */
  begin: (signal: AbortSignal) => Promise<{ wording: Wording; decisions: Opening['decisions'] }>
  /** `onStall` gets what is wrong while it waits for something that passes by itself, and null when it goes on. */
  pages: (
    filter: ExportFilter,
    station: Pick<OpeningStation, 'takePage'>,
    onStall: (error: unknown) => void,
  ) => RunParts['fetchPage']
}

export function wordingOf({ campaign, root, keys, consentTexts, stands = [] }: DumpFacts): Wording {
  return {
    campaign: { ...campaign, root, sealingKey: keys[0] ?? null },
    consentTexts: Object.fromEntries(consentTexts.map((it) => [it.id, it.text])),
    stands: namesOf(stands),
    groups: namesOf(campaign.join.groups ?? []),
  }
}

export const serverSource = (session: Session, campaign: string): OpeningSource => ({
  async begin(signal) {
    const asked = { parameters: { campaign }, signal }
    const [decisions, facts] = await Promise.all([
      session.call(REVIEW_ROUTES.decisions, asked),
      session.call(DUMP_ROUTES.facts, asked),
    ])
    return { wording: wordingOf(facts), decisions }
  },
  pages: (filter, station, onStall) =>
    patientPages(session, { campaign, filter, take: (bytes) => station.takePage(bytes) }, onStall),
})
