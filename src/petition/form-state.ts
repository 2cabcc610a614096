// What the parts of a signer's form share.
import type { FieldName, SignFields } from './sign.ts'

export const fieldId = (name: string): string => `sign-${name}`

export interface FormState<Fields = SignFields, Name = FieldName> {
  fields: Fields
  change: (change: Partial<Fields>) => void
  /** The words beside a field, while there is something to correct in it. */
  error: (name: Name) => string | undefined
  /** The field was left: from now on it may say what is wrong. */
  left: (name: Name) => void
}
