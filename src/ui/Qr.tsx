import { useEffect, useState } from 'preact/hooks'
import './Qr.css'
import { qrPath } from './qr-path.ts'

/** A QR code; black on white also in the dark, because many readers want it so. Empty until its library has come. */
export function Qr({ text, label }: { text: string; label: string }) {
  const [code, setCode] = useState<{ size: number; path: string } | null>(null)
  useEffect(() => {
    let wanted = true
    // What the code stands beside is drawn first.
    const soon = new Promise((done) => setTimeout(done, 300))
    soon
      .then(() => import('qr'))
      .then(({ encodeQR }) => {
        const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 })
        if (wanted) setCode({ size: modules.length, path: qrPath(modules) })
      }, console.error)
    return () => {
      wanted = false
    }
  }, [text])
  if (!code) return <div class="qr" />
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${code.size} ${code.size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path d={code.path} />
    </svg>
  )
}
