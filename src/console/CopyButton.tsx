import { useState } from 'preact/hooks'
import { Button } from '../ui/Button.tsx'

/** Puts a text where it can be pasted, and says so; absent where the browser has no such place. */
export function CopyButton({ text, label, copied }: { text: string; label: string; copied: string }) {
  const [last, setLast] = useState<string | null>(null)
  if (!('clipboard' in navigator)) return null
  return (
    <Button kind="quiet" onClick={() => navigator.clipboard.writeText(text).then(() => setLast(text), console.error)}>
      {last === text ? <span role="status">{copied}</span> : label}
    </Button>
  )
}
