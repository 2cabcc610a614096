import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useSession } from './console-context.ts'
import type { CsvWords } from './csv.ts'
import { Holder } from './holder.ts'
import { type Opening, runOpening } from './opening-run.ts'
import { type ClosedKey, OpeningStation } from './opening-station.ts'
import { patientPages } from './patient-fetch.ts'
import { PauseGate } from './pause-gate.ts'
import { emptyTally, type Tally } from './tally.ts'
import { useIdleLock } from './use-idle-lock.ts'

export type OpeningState =
  | { at: 'locked'; idle: boolean }
  | { at: 'ready'; cancelled: boolean }
  | { at: 'running'; tally: Tally; paused: boolean; stalled: unknown }
  | { at: 'failed'; error: unknown }
  | { at: 'opened'; opening: Opening; words: CsvWords }

interface Running {
  gate: PauseGate
  cancel: AbortController
}

/**
 * The opened key and what it opened, for as long as the screen stands: leaving, locking and idling end the workers that hold
 * the key and forget what was opened.
 */
export function useOpening(campaign: string) {
  const session = useSession()
  // It may come seconds after it was asked for, when this screen has been left.
  const station = useMemo(() => new Holder<OpeningStation>(), [])
  const running = useRef<Running | null>(null)
  const [state, setState] = useState<OpeningState>({ at: 'locked', idle: false })

  function forget() {
    running.current?.cancel.abort()
    running.current = null
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

  async function start(words: CsvWords): Promise<void> {
    const open = station.current
    if (!open) return
    const run: Running = { gate: new PauseGate(), cancel: new AbortController() }
    running.current = run
    const change = (to: Partial<Extract<OpeningState, { at: 'running' }>>) =>
      setState((was) => (was.at === 'running' && running.current === run ? { ...was, ...to } : was))
    setState({ at: 'running', tally: emptyTally(), paused: false, stalled: null })
    try {
      const opening = await runOpening({
        fetchPage: patientPages(session, campaign, (stalled) => change({ stalled })),
        openPage: (items) => open.openPage(items, words),
        lanes: open.lanes,
        mayGoOn: run.gate.pass,
        onProgress: (tally) => {
          touch()
          change({ tally })
        },
        signal: run.cancel.signal,
      })
      if (running.current === run) setState({ at: 'opened', opening, words })
    } catch (error) {
      if (running.current !== run) return
      setState(run.cancel.signal.aborted ? { at: 'ready', cancelled: true } : { at: 'failed', error })
    } finally {
      if (running.current === run) running.current = null
    }
  }

  function setPaused(paused: boolean) {
    if (paused) running.current?.gate.pause()
    else running.current?.gate.goOn()
    setState((was) => (was.at === 'running' ? { ...was, paused } : was))
  }

  return {
    state,
    minutesLeft,
    unlock,
    start,
    setPaused,
    cancel: () => {
      running.current?.cancel.abort()
      running.current?.gate.goOn()
    },
    lock: () => lock(),
  }
}
