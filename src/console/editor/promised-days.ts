import type { CampaignContent } from '../../../protocol/campaign.ts'
import { type PlacedText, textsOf } from '../../../protocol/content-rules.ts'
import { withValue } from './content-path.ts'
import { withDay, writtenDays } from './written-days.ts'

// The day of destruction stands among the dates, and in words in what people agree to. Nobody should promise two.

/** What somebody reads before they agree. */
const PROMISES: readonly PlacedText['name'][] = ['consent', 'notice.short', 'notice.full', 'join.code']

export interface OtherDay {
  path: string
  language: string
  day: string
}

/** Days after the end of signing that such a text writes out, and that are not the day of destruction. */
export function otherDays(content: CampaignContent): OtherDay[] {
  const { closes, destroyBy } = content
  return [...textsOf(content)]
    .filter((it) => PROMISES.includes(it.name))
    .flatMap(({ path, text }) =>
      Object.entries(text).flatMap(([language, words]) =>
        [...new Set(writtenDays(words, language))]
          .filter((day) => day > closes && day !== destroyBy)
          .map((day) => ({ path, language, day })),
      ),
    )
}

/** The content with the day of destruction in place of those. */
export const withDestroyDay = (content: CampaignContent, days: readonly OtherDay[]): CampaignContent =>
  days.reduce((it, { path, language, day }) => redated(it, day, it.destroyBy, { path, language }), content)

/** Every text with `to` written out where it wrote `from`, or one of them only. */
export function redated(
  content: CampaignContent,
  from: string,
  to: string,
  only?: { path: string; language: string },
): CampaignContent {
  let next = content
  for (const { path, text } of textsOf(content))
    for (const [language, words] of Object.entries(text)) {
      if (only && (only.path !== path || only.language !== language)) continue
      const said = withDay(words, language, from, to)
      if (said !== words) next = withValue(next, `${path}/${language}`, said)
    }
  return next
}
