import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { CampaignContent } from '../../../protocol/campaign.ts'
import { contentProblems, keepsFromSaving } from '../../../protocol/content-rules.ts'
import { type Desk, EDIT_ROUTES } from '../../../protocol/edit-routes.ts'
import { ServerRefusal } from '../../api.ts'
import { useSession } from '../console-context.ts'
import { mayPassLater } from '../failure-words.ts'
import { same } from './content-path.ts'

export type Saving =
  | { kind: 'saved'; at: Date | null }
  | { kind: 'dirty' | 'saving' | 'unfit' | 'clash' }
  | { kind: 'failed'; error: unknown }

export interface DeskState {
  /** Null until the server has answered once. */
  desk: Desk | null
  /** The draft as it stands on the screen. */
  content: CampaignContent | null
  /** The desk could not be read. */
  error: unknown
  saving: Saving
  /** Somebody else's, where it was saved after this one was begun. */
  theirs: Desk | null
  change: (next: (content: CampaignContent) => CampaignContent) => void
  /** Resolves with the desk once everything is saved; null where it could not be. */
  save: () => Promise<Desk | null>
  /** Goes on from their version with what was chosen. */
  settle: (content: CampaignContent) => void
  /** Takes what another answer of the server said; the draft on the screen stays. */
  take: (desk: Desk) => void
  reload: () => void
}

/** Long enough that the audit log does not name every word that is typed. */
const PAUSE_MS = 4000
const AGAIN_MS = 10_000

const isUnfit = (content: CampaignContent) => contentProblems(content).some(keepsFromSaving)

/** A campaign's draft: saved at the server a moment after the last key, and never over what somebody else saved. */
export function useDesk(campaign: string): DeskState {
  const session = useSession()
  const [desk, setDesk] = useState<Desk | null>(null)
  const [content, setContent] = useState<CampaignContent | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [saving, setSaving] = useState<Saving>({ kind: 'saved', at: null })
  const [theirs, setTheirs] = useState<Desk | null>(null)
  // What a save that is under way has to look at when its answer comes.
  const now = useRef<{ content: CampaignContent | null; desk: Desk | null; busy: Promise<Desk | null> | null }>({
    content: null,
    desk: null,
    busy: null,
  })
  const parameters = { campaign }

  const show = useCallback((next: Desk, draft: CampaignContent) => {
    now.current = { ...now.current, desk: next, content: draft }
    setDesk(next)
    setContent(draft)
  }, [])

  const reload = useCallback(async () => {
    setError(null)
    try {
      const next = await session.call(EDIT_ROUTES.desk, { parameters })
      show(next, next.draft.content)
    } catch (failure) {
      setError(failure)
    }
  }, [session, campaign])

  useEffect(() => void reload(), [reload])

  async function sendOnce(): Promise<Desk | null> {
    const { content: mine, desk: base } = now.current
    if (!mine || !base || same(mine, base.draft.content)) return base
    if (isUnfit(mine)) {
      setSaving({ kind: 'unfit' })
      return null
    }
    setSaving({ kind: 'saving' })
    try {
      const body = { revision: base.draft.revision, content: mine }
      const next = await session.call(EDIT_ROUTES.save, { parameters, body })
      const newest = now.current.content ?? mine
      show(next, newest)
      const whole = same(newest, mine)
      setSaving(whole ? { kind: 'saved', at: new Date() } : { kind: 'dirty' })
      return whole ? next : null
    } catch (failure) {
      if (failure instanceof ServerRefusal && failure.reason === 'newer-draft') {
        setTheirs(await session.call(EDIT_ROUTES.desk, { parameters }).catch(() => null))
        setSaving({ kind: 'clash' })
      } else setSaving({ kind: 'failed', error: failure })
      return null
    }
  }

  /** One after the other: the second begins with the revision that the first was given. */
  const save = async (): Promise<Desk | null> => {
    await now.current.busy
    const mine = sendOnce().finally(() => {
      if (now.current.busy === mine) now.current.busy = null
    })
    now.current.busy = mine
    return mine
  }

  const change: DeskState['change'] = (next) => {
    const before = now.current.content
    if (!before) return
    const after = next(before)
    now.current.content = after
    setContent(after)
    setSaving((was) => (was.kind === 'clash' ? was : { kind: 'dirty' }))
  }

  useEffect(() => {
    if (saving.kind !== 'dirty' || !content) return
    const timer = setTimeout(save, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [content, saving.kind])

  useEffect(() => {
    if (saving.kind !== 'failed' || !mayPassLater(saving.error)) return
    const timer = setInterval(save, AGAIN_MS)
    addEventListener('online', save)
    return () => {
      clearInterval(timer)
      removeEventListener('online', save)
    }
  }, [saving])

  const settle = (chosen: CampaignContent) => {
    if (!theirs) return
    show(theirs, chosen)
    setTheirs(null)
    setSaving({ kind: 'dirty' })
    void save()
  }

  const take = (next: Desk) => show(next, now.current.content ?? next.draft.content)

  return { desk, content, error, saving, theirs, change, save, settle, take, reload }
}
