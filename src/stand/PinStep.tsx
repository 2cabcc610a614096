import { useState } from 'preact/hooks'
import { useWords } from '../i18n/language.tsx'
import { standWords } from '../i18n/stand.ts'
import { storage } from '../outbox/this-device.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Heading } from './Heading.tsx'
import { PinField } from './PinField.tsx'
import { isEasyPin, isPin, newPin } from './pin.ts'
import { TeamPage } from './TeamPage.tsx'

type Wrong = 'notDigits' | 'easy' | 'notSame'

/** The team chooses its PIN, twice. */
export function PinStep({ onDone }: { onDone: () => void }) {
  const say = useWords(standWords).pin
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const [wrong, setWrong] = useState<Wrong | null>(null)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const save = async () => {
    const found = !isPin(first) ? 'notDigits' : isEasyPin(first) ? 'easy' : first !== second ? 'notSame' : null
    setWrong(found)
    if (found || busy) return
    setBusy(true)
    try {
      const pin = await newPin(first)
      await storage.write((tx) => tx.putNote('pin', pin))
      onDone()
    } catch {
      setFailed(true)
      setBusy(false)
    }
  }
  return (
    <TeamPage>
      <Heading>{say.title}</Heading>
      <p>{say.lead}</p>
      {failed && (
        <Notice tone="bad" announce="now">
          {say.notKept}
        </Notice>
      )}
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <PinField
          id="stand-pin"
          label={say.first}
          value={first}
          onType={setFirst}
          error={wrong && wrong !== 'notSame' ? say[wrong] : undefined}
        />
        <PinField
          id="stand-pin-again"
          label={say.second}
          value={second}
          onType={setSecond}
          error={wrong === 'notSame' ? say.notSame : undefined}
        />
        <Button type="submit" busy={busy ? say.saving : undefined}>
          {say.save}
        </Button>
      </form>
    </TeamPage>
  )
}
