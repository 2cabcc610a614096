import { useEffect, useRef, useState } from 'preact/hooks'
import { newUuid } from '../../../protocol/ids.ts'
import { type ExportFilter, type ExportRun, MOST_IDS, REVIEW_ROUTES } from '../../../protocol/review-routes.ts'
import { useSession } from '../console-context.ts'
import { useAction } from '../use-action.ts'
import type { ReviewDesk } from './review-desk.ts'

export interface RunState {
  /** This opening's run, once its ids have been recorded; null before. */
  run: ExportRun | null
  /** Recorded so far; null while nothing is being recorded. */
  progress: { done: number; total: number } | null
  /** Others, the newest first. */
  earlier: ExportRun[]
  /** Ids of earlier exports that were withdrawn since; null where nothing was ever confirmed, or while nobody knows. */
  withdrawn: string[] | null
  /** Tells the server what the files hold; once, however often it is called. */
  record: () => void
  confirm: (confirmed: boolean) => void
  busy: boolean
  error: unknown
}

/** An opening whose files are saved is one export run. */
export function useRun(desk: ReviewDesk, campaign: string, filter: ExportFilter): RunState {
  const session = useSession()
  const action = useAction()
  const id = useRef(newUuid())
  const [run, setRun] = useState<ExportRun | null>(null)
  const [progress, setProgress] = useState<RunState['progress']>(null)
  const [known, setKnown] = useState<Pick<RunState, 'earlier' | 'withdrawn'>>({ earlier: [], withdrawn: null })
  const parameters = { campaign, run: id.current }

  useEffect(() => {
    let there = true
    Promise.all([
      session.call(REVIEW_ROUTES.exports, { parameters: { campaign } }),
      session.call(REVIEW_ROUTES.withdrawn, { parameters: { campaign } }),
    ]).then(
      ([earlier, withdrawn]) => {
        if (there) setKnown({ earlier, withdrawn: withdrawn.since === null ? null : withdrawn.envelopes })
      },
      // Said when the run is recorded, which asks the same server.
      () => {},
    )
    return () => {
      there = false
    }
  }, [session, campaign])

  function record() {
    if (run || action.busy) return
    action.run(async () => {
      const part = (at: number) => desk.ask('ids', { at, size: MOST_IDS })
      let { total, ids } = await part(0)
      setProgress({ done: 0, total })
      try {
        const body = { filter, envelopes: total }
        let recorded = await session.call(REVIEW_ROUTES.beginExport, { parameters, body })
        for (let done = 0; done < total; ) {
          recorded = await session.call(REVIEW_ROUTES.recordExport, { parameters, body: { ids } })
          done += ids.length
          setProgress({ done, total })
          if (done < total) ids = (await part(done)).ids
        }
        setRun(recorded)
      } finally {
        setProgress(null)
      }
    })
  }

  const confirm = (confirmed: boolean) =>
    action.run(async () => setRun(await session.call(REVIEW_ROUTES.confirmExport, { parameters, body: { confirmed } })))

  return { run, progress, ...known, record, confirm, busy: action.busy, error: action.error }
}
