// What is wrong, in words that say what to do.
import type { FormWords } from '../i18n/fr/form.ts'
import type { PersonTyped, Problem } from './person.ts'
import type { FieldName } from './sign.ts'

type Words = FormWords['problem']

export function problemWords(words: Words, field: FieldName, it: Problem, { way }: Pick<PersonTyped, 'way'>): string {
  if (it.problem === 'missing') {
    if (field === 'email' && way !== 'email') return words.emailForNews
    if (field === 'phone' && way !== 'phone') return words.phoneForCalls
    return words[field]
  }
  return wrongWords(field === 'petitions' ? words.tooManyPetitions : words.tooLong, words, it)
}

/** Of a field that is not empty. */
export function wrongWords(tooLong: string, words: Words, it: Exclude<Problem, { problem: 'missing' }>): string {
  switch (it.problem) {
    case 'too-long':
      return tooLong.replace('{n}', String(it.most))
    case 'not-an-address':
      return words.notAnAddress
    case 'not-a-number':
      return words.notANumber
    case 'too-short':
      return words.digitsMissing(it.by)
    case 'too-many':
      return words.digitsTooMany(it.by)
  }
}
