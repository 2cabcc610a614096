import type { NoScriptWords } from '../fr/no-script.ts'

export const en: NoScriptWords = {
  form: 'To sign, your browser has to encrypt your signature: allow JavaScript, or sign on paper at a stand.',
  page: 'This page needs JavaScript.',
}
