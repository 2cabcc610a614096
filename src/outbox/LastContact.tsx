import { useState } from 'preact/hooks'
import { moment } from '../i18n/counting.ts'
import { filled } from '../i18n/filled.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { outboxWords } from '../i18n/outbox.ts'
import { outboxScreenWords } from '../i18n/outbox-screen.ts'
import { Button } from '../ui/Button.tsx'
import type { Memory } from './storage.ts'
import { sendNow } from './triggers.ts'

/** When the server last answered, by its own clock, and a way to ask it now. */
export function LastContact({ memory }: { memory: Memory }) {
  const words = useWords(outboxScreenWords)
  const whys = useWords(outboxWords).why
  const language = useLanguage()
  const [asking, setAsking] = useState(false)
  const [asked, setAsked] = useState(false)
  const ask = async () => {
    setAsking(true)
    await sendNow()
    setAsking(false)
    setAsked(true)
  }
  const { lastContact, backOff } = memory
  return (
    <div class="row between">
      <p role="status">
        {asked && backOff
          ? filled(words.checkFailed, { why: whys[backOff.why] })
          : lastContact === null
            ? words.noContact
            : filled(words.contact, { when: moment(language, lastContact) })}
      </p>
      <Button kind="link" busy={asking ? words.checking : undefined} onClick={ask}>
        {words.check}
      </Button>
    </div>
  )
}
