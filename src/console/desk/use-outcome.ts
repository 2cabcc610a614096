import { useState } from 'preact/hooks'
import { useAction } from '../use-action.ts'

export interface OutcomeState {
  busy: boolean
  /** How the newest decision went: its words once it is kept, or what was wrong; never one that came before it. */
  told: string
  error: unknown
  /** `work` gives the words to tell. One at a time: nothing happens while another is under way. */
  run: (work: () => Promise<string>) => void
  clear: () => void
}

export function useOutcome(): OutcomeState {
  const action = useAction()
  const [told, setTold] = useState('')
  return {
    busy: action.busy,
    told,
    error: action.error,
    run(work) {
      if (action.busy) return
      setTold('')
      action.run(async () => setTold(await work()))
    },
    clear() {
      setTold('')
      action.clear()
    },
  }
}
