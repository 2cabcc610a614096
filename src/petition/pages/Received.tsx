import { useContext } from 'preact/hooks'
import type { Petition } from '../../../protocol/petition.ts'
import { goalOf, isOpen } from '../../../protocol/reading.ts'
import { formOf, number } from '../../i18n/counting.ts'
import { filled } from '../../i18n/filled.ts'
import { useLanguage, useWords } from '../../i18n/language.tsx'
import { publicWords } from '../../i18n/public.ts'
import { GoalLine } from '../../ui/GoalLine.tsx'
import { HeldContext } from './held.ts'

export interface ReceivedProps {
  count: number
  petition: Petition
  /** Signing has not begun. */
  early?: boolean
}

/** How many signatures came in; while the case is open, on their way to the next goal. */
export function Received({ count, petition, early }: ReceivedProps) {
  const language = useLanguage()
  const words = useWords(publicWords)
  const held = useContext(HeldContext)?.(petition.id)
  const open = !early && isOpen(petition.state)
  if (!open && count === 0) return null
  const goal = goalOf(petition, count)
  const line = open && <GoalLine count={count} goal={goal} />
  if (count === 0)
    return (
      <div class="received">
        {line}
        <p class="small">{words.noneYet}</p>
        {held}
      </div>
    )
  const of = open ? ` · ${filled(words.nextGoal, { n: number(language, goal) })}` : ''
  return (
    <div class="received">
      {line}
      <p class="small">
        <b>{number(language, count)}</b>
        {` ${formOf(language, count, words.received)}${of}`}
      </p>
      {held}
    </div>
  )
}
