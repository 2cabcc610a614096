// What is wrong in a form beside signing, in words that say what to do.
import { filled } from '../../i18n/filled.ts'
import type { ActWords } from '../../i18n/fr/acts.ts'
import type { FormWords } from '../../i18n/fr/form.ts'
import type { PersonName, Problem, Way } from '../person.ts'
import { problemWords, wrongWords } from '../problem-words.ts'

/** `own`: of what only these forms ask. Everything else is said as by whoever signs. */
export function sentenceFor(
  own: ActWords['problem'],
  form: FormWords['problem'],
  field: string,
  problem: Problem,
  { way, age }: { way: Way; age: number },
): string {
  if (problem.problem !== 'missing') return wrongWords(form.tooLong, form, problem)
  if (Object.hasOwn(own, field)) return filled(own[field as keyof typeof own], { n: String(age) })
  return problemWords(form, field as PersonName, problem, { way })
}
