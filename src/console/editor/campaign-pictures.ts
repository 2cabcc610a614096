import { toBase64url } from '../../../protocol/base64url.ts'
import type { CampaignContent } from '../../../protocol/campaign.ts'
import { picturePath } from '../../../protocol/picture-path.ts'
import { PICTURE_ROUTES } from '../../../protocol/picture-routes.ts'
import { NoAnswer } from '../../api.ts'
import type { Session } from '../session.ts'
import type { CampaignFile } from './campaign-file.ts'

// A campaign's pictures, from the server into a file and back. Their names are the hashes of their bytes, so that they stay the same.

/** Photographs of its cases, and its logo. */
export function picturesOf({
  petitions,
  theme,
}: CampaignContent): { picture: string; type: 'png' | 'svg' | 'webp' | 'jpg' }[] {
  const photos = petitions.flatMap((it) => (it.picture ? [it.picture] : []))
  const all = [...photos, ...(theme?.logo ? [theme.logo] : [])]
  return all.filter((it, at) => all.findIndex((other) => other.picture === it.picture) === at)
}

export async function fetchPictures(content: CampaignContent): Promise<CampaignFile['pictures']> {
  return Promise.all(
    picturesOf(content).map(async ({ picture, type }) => {
      const response = await fetch(picturePath(picture, type)).catch((cause) => {
        throw new NoAnswer('network', null, { cause })
      })
      if (!response.ok) throw new NoAnswer('not-our-answer', response.status)
      return { hash: picture, type, bytes: toBase64url(new Uint8Array(await response.arrayBuffer())) }
    }),
  )
}

/** Puts a file's pictures to a campaign that is there; the server looks at each as at any other. */
export async function putPictures(
  session: Session,
  campaign: string,
  pictures: CampaignFile['pictures'],
): Promise<void> {
  for (const { type, bytes } of pictures) {
    const use = { for: type === 'webp' || type === 'jpg' ? ('case' as const) : ('logo' as const) }
    await session.call(PICTURE_ROUTES.put, { parameters: { campaign }, body: { use, bytes } })
  }
}
