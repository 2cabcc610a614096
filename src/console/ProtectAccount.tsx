import { useState } from 'preact/hooks'
import { teamWords } from '../i18n/console-team.ts'
import { Button } from '../ui/Button.tsx'
import { useConsoleWords, useMe } from './console-context.ts'
import { hrefOf } from './place.ts'

/** In this browser, and of whoever uses it: a name would tell on a shared computer who logs in here. */
const PUT_OFF = 'paraphe-console-code-put-off'

/** Offers a second factor to whom has none, until they put it off. */
export function ProtectAccount() {
  const { language } = useConsoleWords()
  const said = teamWords[language].offer
  const { secondFactor } = useMe()
  const [putOff, setPutOff] = useState(wasPutOff)
  if (secondFactor || putOff) return null
  return (
    <section class="tile" aria-label={said.title}>
      <p>
        <strong>{said.title}.</strong> {said.text}
      </p>
      <div class="row">
        <a class="button link" href={hrefOf({ screen: 'account' })}>
          {said.go}
        </a>
        <Button
          kind="link"
          onClick={() => {
            keepPutOff()
            setPutOff(true)
          }}
        >
          {said.later}
        </Button>
      </div>
    </section>
  )
}

function wasPutOff(): boolean {
  try {
    return localStorage.getItem(PUT_OFF) !== null
  } catch {
    return false
  }
}

function keepPutOff(): void {
  try {
    localStorage.setItem(PUT_OFF, '1')
  } catch {
    // Storage is refused: it is put off until the page is left.
  }
}
