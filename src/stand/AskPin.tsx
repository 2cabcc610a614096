import { useEffect, useState } from 'preact/hooks'
import { formOf, number } from '../i18n/counting.ts'
import { filled } from '../i18n/filled.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { standWords } from '../i18n/stand.ts'
import { storage } from '../outbox/this-device.ts'
import { Button } from '../ui/Button.tsx'
import { Heading } from './Heading.tsx'
import { PinField } from './PinField.tsx'
import { tryPin, waitLeft } from './pin.ts'
import { TeamPage } from './TeamPage.tsx'

interface Props {
  onRight: () => void
  onCancel: () => void
}

/** What strangers shall not do: leave the kiosk, empty the tablet. After wrong tries it waits, longer each time, also over a reload. */
export function AskPin({ onRight, onCancel }: Props) {
  const { pin: words, back } = useWords(standWords)
  const language = useLanguage()
  const [digits, setDigits] = useState('')
  const [wrong, setWrong] = useState(false)
  const [busy, setBusy] = useState(false)
  const [waitMs, setWaitMs] = useState(0)
  const look = async () => {
    const pin = await storage.read((tx) => tx.note('pin'))
    setWaitMs(pin ? waitLeft(pin, Date.now()) : 0)
  }
  useEffect(() => {
    void look().catch(console.error)
    const clock = setInterval(() => look().catch(console.error), 1000)
    return () => clearInterval(clock)
  }, [])
  const enter = async () => {
    if (busy || waitMs > 0) return
    setBusy(true)
    try {
      const answer = await tryPin(storage, digits, Date.now)
      if (answer.ok) return onRight()
      setWrong(true)
      setWaitMs(answer.waitMs)
    } catch (error) {
      console.error('pin', error instanceof Error ? error.name : 'unknown')
      setWrong(true)
    }
    setDigits('')
    setBusy(false)
  }
  const seconds = Math.ceil(waitMs / 1000)
  const [forms, n] = seconds < 100 ? [words.seconds, seconds] : [words.minutes, Math.ceil(seconds / 60)]
  const time = filled(formOf(language, n, forms), { n: number(language, n) })
  return (
    <TeamPage>
      <Heading>{words.ask}</Heading>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void enter()
        }}
      >
        <PinField
          id="stand-pin-asked"
          label={words.first}
          value={digits}
          onType={(typed) => {
            setDigits(typed)
            setWrong(false)
          }}
          error={wrong ? words.wrong : undefined}
        />
        {waitMs > 0 && <p>{filled(words.wait, { time })}</p>}
        {waitMs === 0 && (
          <Button type="submit" busy={busy ? words.saving : undefined}>
            {words.enter}
          </Button>
        )}
      </form>
      <Button kind="quiet" onClick={onCancel}>
        {back}
      </Button>
      <p class="small muted">{words.forgotten}</p>
    </TeamPage>
  )
}
