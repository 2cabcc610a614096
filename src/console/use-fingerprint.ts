import { useEffect, useState } from 'preact/hooks'
import { fingerprint } from './key-names.ts'

/** A public key as people compare it; empty for a moment, since it is a hash. */
export function useFingerprint(publicKey: string | null): string {
  const [print, setPrint] = useState('')
  useEffect(() => {
    if (publicKey) fingerprint(publicKey).then((it) => setPrint(it ?? ''))
  }, [publicKey])
  return print
}
