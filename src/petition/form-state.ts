// What the parts of the signature's form share.
import type { FieldName, SignFields } from './sign.ts'

export const fieldId = (name: FieldName): string => `sign-${name}`

export interface FormState {
  fields: SignFields
  change: (change: Partial<SignFields>) => void
  /** The words beside a field, while there is something to correct in it. */
  error: (name: FieldName) => string | undefined
  /** The field was left: from now on it may say what is wrong. */
  left: (name: FieldName) => void
}
