import { useWords } from '../i18n/language.tsx'
import { standDayWords } from '../i18n/stand-day.ts'
import { Button } from '../ui/Button.tsx'

export function DayHead({ title, onLeave }: { title: string; onLeave: () => void }) {
  const words = useWords(standDayWords)
  return (
    <header class="row between">
      <h1 tabIndex={-1}>{title}</h1>
      <Button kind="link" onClick={onLeave}>
        {words.leave}
      </Button>
    </header>
  )
}
