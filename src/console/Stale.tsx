import { useMemo } from 'preact/hooks'
import { filled } from '../i18n/filled.ts'
import { Notice } from '../ui/Notice.tsx'
import { useConsoleWords } from './console-context.ts'

/** From when figures are that could not be renewed, and why. */
export function Stale({ list: { error, at } }: { list: { error: unknown; at: Date | null } }) {
  const { words, timeOf } = useConsoleWords()
  const online = useMemo(() => navigator.onLine, [error])
  const said = online ? words.failure.stale : words.failure.staleOffline
  if (error === null || !at) return null
  return (
    <div class="unprinted">
      <Notice tone="warn">{filled(said, { time: timeOf(at) })}</Notice>
    </div>
  )
}
