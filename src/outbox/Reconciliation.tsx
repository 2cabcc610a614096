import './Reconciliation.css'
import { formOf, number } from '../i18n/counting.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { outboxScreenWords } from '../i18n/outbox-screen.ts'
import type { Tally } from './storage.ts'

const PARTS = ['waiting', 'accepted', 'refused', 'withdrawn'] as const

/** captured = waiting + accepted + refused + withdrawn, in envelopes: always in sight of who has to answer for them. */
export function Reconciliation({ tally }: { tally: Tally }) {
  const words = useWords(outboxScreenWords)
  const language = useLanguage()
  return (
    <section aria-label={words.sums.title}>
      <dl class="sums">
        <div class="total">
          <dt>{formOf(language, tally.captured, words.sums.captured)}</dt>
          <dd>{number(language, tally.captured)}</dd>
        </div>
        {PARTS.map((part) => (
          <div key={part} class={part === 'refused' && tally.refused > 0 ? 'bad' : undefined}>
            <dt>{formOf(language, tally[part], words.sums[part])}</dt>
            <dd>{number(language, tally[part])}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
