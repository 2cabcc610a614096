import * as z from 'zod/mini'
import { CampaignContent } from '../../../protocol/campaign.ts'

// A campaign as one file: its texts, and its pictures as data inside. No signature, no key, nobody's name but those of its cases.

const KIND = 'paraphe-campaign'

/** A picture's bytes as base64url, by its name. */
const PictureData = z.object({ hash: z.string(), type: z.string(), bytes: z.string() })

const CampaignFile = z.object({
  kind: z.literal(KIND),
  v: z.literal(1),
  content: CampaignContent,
  pictures: z.array(PictureData),
})

export type CampaignFile = z.infer<typeof CampaignFile>

export const writeCampaignFile = (content: CampaignContent, pictures: CampaignFile['pictures']): string =>
  JSON.stringify({ kind: KIND, v: 1, content, pictures } satisfies CampaignFile, null, 1)

/**
 * The file, or why it is none: `json` is nothing that can be read; otherwise the places that are wrong, three at most. A bare content,
 * as in `content/`, is taken too.
 */
export function readCampaignFile(text: string): { file: CampaignFile } | { wrong: 'json' | string[] } {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return { wrong: 'json' }
  }
  const bare = CampaignContent.safeParse(json)
  if (bare.success) return { file: { kind: KIND, v: 1, content: bare.data, pictures: [] } }
  const whole = CampaignFile.safeParse(json)
  if (whole.success) return { file: whole.data }
  const isFile = typeof json === 'object' && json !== null && 'kind' in json
  const issues = (isFile ? whole : bare).error.issues
  return { wrong: issues.slice(0, 3).map((it) => it.path.join('.') || '·') }
}
