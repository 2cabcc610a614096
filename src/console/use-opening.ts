import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { ExportFilter } from '../../protocol/review-routes.ts'
import type { SignedSealingKey } from '../../protocol/sealing-key.ts'
import { ReviewDesk } from './desk/review-desk.ts'
import { Holder } from './holder.ts'
import { runOpening } from './opening-run.ts'
import type { OpeningSource, Wording } from './opening-source.ts'
import { type ClosedKey, OpeningStation } from './opening-station.ts'
import { PauseGate } from './pause-gate.ts'
import type { Summary } from './review/room.ts'
import { Rhythm } from './rhythm.ts'
import { emptyTally, type Tally } from './tally.ts'
import { useIdleLock } from './use-idle-lock.ts'

/** Pages come faster than anyone reads, and each drawing of how far it is takes from the opening. */
const TOLD_EVERY_MS = 200

export type NewestKey = Pick<SignedSealingKey, 'id' | 'serial' | 'validFrom'>

export type OpeningState =
  | { at: 'locked'; idle: boolean }
  | { at: 'ready'; cancelled: boolean }
  | { at: 'running'; tally: Tally; total: number; paused: boolean; stalled: unknown }
  | { at: 'failed'; error: unknown }
  | { at: 'opened'; desk: ReviewDesk; first: Summary; filter: ExportFilter; wording: Wording }

interface Running {
  gate: PauseGate
  cancel: AbortController
  desk: ReviewDesk | null
}

/**
 * The opened key and what it opened, for as long as the screen stands: leaving, locking and idling end the workers that hold
 * the key and forget what was opened.
 */
export function useOpening(campaign: string, newest: NewestKey | null, source: OpeningSource) {
  // It may come seconds after it was asked for, when this screen has been left.
  const station = useMemo(() => new Holder<OpeningStation>(), [])
  const running = useRef<Running | null>(null)
  const [state, setState] = useState<OpeningState>({ at: 'locked', idle: false })
  // What the file lacks is known once it is unlocked.
  const lacks = state.at !== 'locked' && newest && station.current?.has(newest.id) === false ? newest : null

  /** What was opened, and what is being opened. */
  function forgetOpened() {
    running.current?.cancel.abort()
    running.current?.gate.goOn()
    running.current?.desk?.end()
    running.current = null
  }

  function forget() {
    forgetOpened()
    station.letGo()
  }

  function lock(idle = false) {
    forget()
    setState({ at: 'locked', idle })
  }

  const { minutesLeft, touch } = useIdleLock(state.at !== 'locked', () => lock(true))

  useEffect(() => {
    // A page kept for the Back button must not keep the key.
    const leave = () => lock()
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      forget()
    }
  }, [])

  async function unlock(closed: Omit<ClosedKey, 'campaign'>): Promise<void> {
    await station.take(OpeningStation.unlock({ ...closed, campaign }))
    setState({ at: 'ready', cancelled: false })
  }

  async function start(filter: ExportFilter, total: number): Promise<void> {
    const open = station.current
    if (!open) return
    forgetOpened()
    const run: Running = { gate: new PauseGate(), cancel: new AbortController(), desk: null }
    running.current = run
    const { signal } = run.cancel
    const change = (to: Partial<Extract<OpeningState, { at: 'running' }>>) =>
      setState((was) => (was.at === 'running' && running.current === run ? { ...was, ...to } : was))
    const told = new Rhythm(TOLD_EVERY_MS, change)
    setState({ at: 'running', tally: emptyTally(), total, paused: false, stalled: null })
    try {
      const { wording, decisions } = await source.begin(signal)
      const desk = await ReviewDesk.open(open, { campaign, home: wording.campaign.phone, filter, decisions })
      run.desk = desk
      if (running.current !== run) return desk.end()
      const tally = await runOpening({
        fetchPage: source.pages(filter, open, (stalled) => change({ stalled })),
        lanes: open.lanes,
        mayGoOn: run.gate.pass,
        onProgress: (tally) => {
          touch()
          told.tell({ tally })
        },
        signal,
      })
      const first = await desk.ask('settle', { envelopes: tally.envelopes })
      if (running.current === run) setState({ at: 'opened', desk, first, filter, wording })
    } catch (error) {
      run.desk?.end()
      if (running.current !== run) return
      running.current = null
      setState(signal.aborted ? { at: 'ready', cancelled: true } : { at: 'failed', error })
    }
  }

  function setPaused(paused: boolean) {
    if (paused) running.current?.gate.pause()
    else running.current?.gate.goOn()
    setState((was) => (was.at === 'running' ? { ...was, paused } : was))
  }

  return {
    state,
    /** The campaign's newest key, where the file was made before it. */
    lacks,
    minutesLeft,
    unlock,
    start,
    setPaused,
    cancel: () => {
      running.current?.cancel.abort()
      running.current?.gate.goOn()
    },
    /** Forgets what was opened, and chooses anew. */
    chooseAgain: () => {
      forgetOpened()
      setState({ at: 'ready', cancelled: false })
    },
    lock: () => lock(),
  }
}
