// What is wrong, in words that say what to do.
import type { FormWords } from '../i18n/fr/form.ts'
import type { FieldName, Problem, SignFields } from './sign.ts'

export function problemWords(words: FormWords['problem'], field: FieldName, it: Problem, fields: SignFields): string {
  switch (it.problem) {
    case 'missing':
      if (field === 'email' && fields.way !== 'email') return words.emailForNews
      if (field === 'phone' && fields.way !== 'phone') return words.phoneForCalls
      return words[field]
    case 'too-long':
      return (field === 'petitions' ? words.tooManyPetitions : words.tooLong).replace('{n}', String(it.most))
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
