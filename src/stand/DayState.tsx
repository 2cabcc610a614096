import '../outbox/SyncStatus.css'
import { formOf, number } from '../i18n/counting.ts'
import { filled } from '../i18n/filled.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { outboxWords } from '../i18n/outbox.ts'
import { standDayWords } from '../i18n/stand-day.ts'
import { AskNow, useLastContact } from '../outbox/AskNow.tsx'
import type { OutboxView } from '../outbox/keeping.ts'
import { RefusedList } from '../outbox/RefusedList.tsx'
import { Notice } from '../ui/Notice.tsx'

/** The day in one sentence, and what can be done about it now. */
export function DayState({ view: { tally, memory } }: { view: OutboxView }) {
  const words = useWords(standDayWords).day
  const { why } = useWords(outboxWords)
  const language = useLanguage()
  const { captured, waiting, refused } = tally
  const contact = useLastContact(memory.lastContact)
  if (captured === 0) return <Notice title={words.nothing}>{words.nothingText}</Notice>
  return (
    <>
      {waiting > 0 && (
        <Notice
          tone="warn"
          announce="polite"
          title={filled(formOf(language, waiting, words.waiting), { n: number(language, waiting) })}
        >
          <p>{`${memory.backOff ? `${why[memory.backOff.why]} ` : ''}${words.waitingText}`}</p>
          <AskNow kind="quiet" label={words.sendNow} asking={words.sending} also={contact} />
        </Notice>
      )}
      {refused > 0 && <RefusedList key={refused} count={refused} />}
      {waiting + refused === 0 && (
        <Notice tone="ok" announce="polite" title={words.allSent}>
          {words.allSentText}
        </Notice>
      )}
    </>
  )
}
