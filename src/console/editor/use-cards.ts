import { useEffect, useRef, useState } from 'preact/hooks'
import { toBase64url } from '../../../protocol/base64url.ts'
import type { CampaignContent } from '../../../protocol/campaign.ts'
import type { Desk } from '../../../protocol/edit-routes.ts'
import { picturePath } from '../../../protocol/picture-path.ts'
import { PICTURE_ROUTES } from '../../../protocol/picture-routes.ts'
import { learn } from '../../i18n/chapters.ts'
import { useSession } from '../console-context.ts'
import { cardPicture } from './card-picture.ts'
import { cardLanguages, type PageCard } from './cards.ts'

export interface Cards {
  /** How far the drawing is; null while nothing is drawn. */
  progress: { done: number; all: number } | null
  /** How many could not be drawn or put, the last time. */
  failed: number
  /** Addresses by page and language, as in Desk. */
  there: Desk['cards']
  /** Draws the cards chosen of what is published. What cannot be drawn is counted, and is in nobody's way. */
  draw: (
    published: CampaignContent | null,
    choose: (published: CampaignContent) => readonly PageCard[],
  ) => Promise<void>
}

/** What link previews show, drawn here and put to the server after something was published. */
export function useCards(campaign: string, known: Desk['cards']): Cards {
  const session = useSession()
  const [progress, setProgress] = useState<Cards['progress']>(null)
  const [failed, setFailed] = useState(0)
  const [fresh, setFresh] = useState<Desk['cards']>({})
  const mounted = useRef(true)
  useEffect(
    () => () => {
      mounted.current = false
    },
    [],
  )
  const there = joined(known, fresh)

  async function putOne({ petition, language, card }: PageCard): Promise<void> {
    const bytes = toBase64url(new Uint8Array(await (await cardPicture(card)).arrayBuffer()))
    const use = { for: 'card', petition, language } as const
    const put = await session.call(PICTURE_ROUTES.put, { parameters: { campaign }, body: { use, bytes } })
    if (!mounted.current) return
    setFresh((all) => joined(all, { [petition ?? '']: { [language]: picturePath(put.picture, put.type) } }))
  }

  async function putAll(wanted: readonly PageCard[]): Promise<void> {
    let lost = 0
    for (const [done, it] of wanted.entries()) {
      if (mounted.current) setProgress({ done, all: wanted.length })
      await putOne(it).catch(() => lost++)
    }
    if (!mounted.current) return
    setProgress(null)
    setFailed(lost)
  }

  return {
    progress,
    failed,
    there,
    async draw(published, choose) {
      if (!published) return
      await Promise.all(cardLanguages(published).map(learn))
      await putAll(choose(published))
    },
  }
}

function joined(one: Desk['cards'], other: Desk['cards']): Desk['cards'] {
  const all = { ...one }
  for (const [page, cards] of Object.entries(other)) all[page] = { ...all[page], ...cards }
  return all
}
