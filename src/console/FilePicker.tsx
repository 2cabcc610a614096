import type { ComponentChildren } from 'preact'
import { Field } from '../ui/Field.tsx'

interface Props {
  id: string
  label: ComponentChildren
  hint?: ComponentChildren
  error?: ComponentChildren
  onPick: (file: File | null) => void
}

/** Chooses one file. No `accept`: phones grey out what they have no type for, and .age is such an ending. */
export const FilePicker = ({ id, label, hint, error, onPick }: Props) => (
  <Field id={id} label={label} hint={hint} error={error}>
    {(wiring) => <input {...wiring} type="file" onChange={(event) => onPick(event.currentTarget.files?.[0] ?? null)} />}
  </Field>
)

/** The whole file; a key file is small. */
export const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer())
