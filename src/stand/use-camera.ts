import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { scanQr } from './scan-qr.ts'

/** The camera's picture goes into the video that comes back, for as long as the screen stands. `found`: see `scanQr`. */
export function useCamera(found: (text: string) => boolean, failed: () => void): RefObject<HTMLVideoElement | null> {
  const video = useRef<HTMLVideoElement>(null)
  const latest = useRef(found)
  latest.current = found
  useEffect(() => {
    if (!video.current) return
    let stop: (() => void) | undefined
    let wanted = true
    scanQr(video.current, (text) => wanted && latest.current(text)).then((it) => {
      if (wanted) stop = it
      else it()
    }, failed)
    return () => {
      wanted = false
      stop?.()
    }
  }, [])
  return video
}
