import { useMemo } from 'preact/hooks'
import { allReasonWords } from '../i18n/console-reasons.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useConsoleWords } from './console-context.ts'
import { failureWords } from './failure-words.ts'

interface Props {
  error: unknown
  onRetry?: () => void
}

/** What went wrong, in words, and the way on. */
export function Failure({ error, onRetry }: Props) {
  const { words, language } = useConsoleWords()
  // As it was when it failed: a network that is back since did not make the server silent.
  const online = useMemo(() => navigator.onLine, [error])
  return (
    <Notice tone="bad" title={words.failure.title} announce="now">
      <p>{failureWords(error, words.failure, allReasonWords[language], online)}</p>
      {onRetry && (
        <Button kind="link" onClick={onRetry}>
          {words.retry}
        </Button>
      )}
    </Notice>
  )
}
