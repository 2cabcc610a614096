import type { ComponentChildren } from 'preact'
import { FilePicker as AnyFilePicker } from '../ui/FilePicker.tsx'
import { useConsoleWords } from './console-context.ts'

interface Props {
  id: string
  label: ComponentChildren
  hint?: ComponentChildren
  error?: ComponentChildren
  onPick: (file: File | null) => void
}

export function FilePicker(props: Props) {
  const { words } = useConsoleWords()
  return <AnyFilePicker {...props} words={words} />
}

/** The whole file; a key file is small. */
export const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer())
