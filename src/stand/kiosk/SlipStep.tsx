import { useEffect, useRef, useState } from 'preact/hooks'
import { useWords } from '../../i18n/language.tsx'
import { standKioskWords } from '../../i18n/stand-kiosk.ts'
import { Button } from '../../ui/Button.tsx'
import { scanQr } from '../scan-qr.ts'
import { usedSlips } from '../used-slips.ts'
import { KioskField } from './KioskField.tsx'
import type { StepProps } from './parts.ts'
import { readSlip } from './read-slip.ts'

type Problem = 'not-a-code' | 'other-campaign' | 'used' | 'camera'

/** The code of a paper receipt, before anything is kept: what is signed can be withdrawn with it and nothing else. */
export function SlipStep({ setting, send }: StepProps) {
  const words = useWords(standKioskWords)
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [looking, setLooking] = useState(false)
  const { id } = setting.campaign
  const take = async (text: string) => {
    const read = readSlip(text, id)
    if ('problem' in read) return setProblem(read.problem)
    if (await usedSlips.has(id, read.code)) return setProblem('used')
    send({ type: 'slip', code: read.code })
  }
  const fail = () => {
    setLooking(false)
    setProblem('camera')
  }
  return (
    <div class="stack">
      {looking && <Camera found={take} failed={fail} />}
      <Button kind="quiet" onClick={() => setLooking(!looking)}>
        {looking ? words.scanStop : words.scan}
      </Button>
      <KioskField
        id="kiosk-slip"
        kind="code"
        label={words.slipCode}
        value={typed}
        error={problem ? words.slipProblem[problem] : undefined}
        onType={(text) => {
          setTyped(text)
          setProblem(null)
        }}
        onEnter={() => take(typed)}
      />
      <Button onClick={() => take(typed)}>{words.slipUse}</Button>
    </div>
  )
}

function Camera({ found, failed }: { found: (text: string) => void; failed: () => void }) {
  const words = useWords(standKioskWords)
  const video = useRef<HTMLVideoElement>(null)
  const latest = useRef(found)
  latest.current = found
  useEffect(() => {
    const screen = video.current
    if (!screen) return
    let stop: (() => void) | undefined
    let wanted = true
    const look = (text: string) => {
      latest.current(text)
      // It may be the slip of somebody else: the loop goes on when it is the right one.
      return false
    }
    scanQr(screen, look).then((it) => {
      if (wanted) stop = it
      else it()
    }, failed)
    return () => {
      wanted = false
      stop?.()
    }
  }, [])
  return (
    <div>
      <video class="kiosk-camera" ref={video} muted playsInline aria-label={words.scanning} />
      <p class="small muted" role="status">
        {words.scanning}
      </p>
    </div>
  )
}
