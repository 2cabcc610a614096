import { useRef, useState } from 'preact/hooks'
import { type CheckedDump, checkDump, DumpError, type DumpProblem } from '../export/read-dump.ts'

export type DumpState =
  | { at: 'none' }
  | { at: 'checking'; name: string; envelopes: number }
  /** `not-readable`: the disk, or the stick, does not give it. */
  | { at: 'bad'; name: string; problem: DumpProblem | 'not-readable' }
  | { at: 'checked'; name: string; dump: CheckedDump }

/** A dump from its choice until it is found whole; nothing of it is opened before. */
export function useDump(): { state: DumpState; choose: (file: File | null) => void } {
  const [state, setState] = useState<DumpState>({ at: 'none' })
  const turn = useRef(0)

  async function choose(file: File | null) {
    turn.current += 1
    const mine = turn.current
    const show = (next: DumpState) => mine === turn.current && setState(next)
    if (!file) return show({ at: 'none' })
    const { name } = file
    show({ at: 'checking', name, envelopes: 0 })
    try {
      const dump = await checkDump(
        () => file.stream(),
        (envelopes) => show({ at: 'checking', name, envelopes }),
      )
      show({ at: 'checked', name, dump })
    } catch (error) {
      if (!(error instanceof DumpError || error instanceof DOMException)) console.error(error)
      show({ at: 'bad', name, problem: error instanceof DumpError ? error.problem : 'not-readable' })
    }
  }

  return { state, choose: (file) => void choose(file) }
}
