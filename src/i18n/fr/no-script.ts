import type { Spoken } from '../languages.ts'

// Instead of a form, where no script runs. Only the server says it.
export const fr = {
  form: 'Pour signer, votre navigateur doit chiffrer votre signature : autorisez JavaScript, ou signez sur papier auprès d’un stand.',
  page: 'Cette page a besoin de JavaScript.',
}

export type NoScriptWords = Spoken<typeof fr>
