import './WithdrawForm.css'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { EnvelopeHead } from '../../protocol/envelope.ts'
import { parseReceiptCode } from '../../protocol/receipt.ts'
import { formOf, number } from '../i18n/counting.ts'
import { filled } from '../i18n/filled.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { withdrawWords } from '../i18n/withdraw.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { takeReceipt } from './receipt-link.ts'
import { type Withdrawn, withdraw } from './withdraw.ts'

/** As the receipt shows it. */
const inGroups = (code: string): string => code.replace(/-/g, '').replace(/(.{4})(?=.)/g, '$1-')

type State = 'ready' | 'sending' | Withdrawn

export function WithdrawForm({ campaign: shown }: { campaign: string | null }) {
  const words = useWords(withdrawWords)
  const [from, setFrom] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()
  /** Signatures that this device held. The server tells nobody what it held. */
  const [signed, setSigned] = useState(0)
  const language = useLanguage()
  const [state, setState] = useState<State>('ready')

  useEffect(() => {
    const take = () => {
      const found = takeReceipt()
      if (!found) return
      setFrom(found.campaign)
      setTyped(inGroups(found.code))
      setState('ready')
    }
    take()
    window.addEventListener('hashchange', take)
    return () => window.removeEventListener('hashchange', take)
  }, [])

  const submit = async (event: Event) => {
    event.preventDefault()
    if (state === 'sending') return
    const code = parseReceiptCode(typed)
    const campaign = from ?? shown
    const wrong = typed.trim() === '' ? words.missing : !code ? words.wrong : !campaign ? words.noCampaign : undefined
    setProblem(wrong)
    if (!code || !campaign || wrong) return document.getElementById('withdraw-code')?.focus()
    setState('sending')
    const arrived = () => setState((now) => (now === 'kept' ? 'done' : now))
    let found = 0
    const took = (sealed: string) => {
      const { kind, petitions } = JSON.parse(sealed) as EnvelopeHead
      if (kind === 'signature') found += petitions.length
    }
    const so = await withdraw(campaign, code, arrived, undefined, took).catch((error: unknown): Withdrawn => {
      console.error(error)
      return 'failed'
    })
    if (so === 'done' || so === 'kept') setTyped('')
    setSigned(found)
    setState(so)
  }

  const over = state === 'done' || state === 'kept'
  const answer = useRef<HTMLDivElement>(null)
  const before = useRef(over)
  // Form and answer take each other's place, and with it the focus.
  useEffect(() => {
    if (over === before.current) return
    before.current = over
    if (over) answer.current?.focus()
    else document.getElementById('withdraw-code')?.focus()
  }, [over])

  if (state === 'done' || state === 'kept')
    return (
      <div class="stack" ref={answer} tabIndex={-1}>
        <Notice tone={state === 'done' ? 'ok' : 'warn'} announce="polite" title={words[state]}>
          {signed > 0 && <p>{filled(formOf(language, signed, words.signatures), { n: number(language, signed) })}</p>}
          <p>{state === 'done' ? words.doneText : words.keptText}</p>
        </Notice>
        <Button kind="link" onClick={() => setState('ready')}>
          {words.another}
        </Button>
      </div>
    )
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <Field id="withdraw-code" label={words.code} hint={words.codeHint} error={problem}>
        {(wiring) => (
          <textarea
            {...wiring}
            rows={2}
            dir="ltr"
            value={typed}
            onInput={(event) => {
              setTyped(event.currentTarget.value)
              setProblem(undefined)
            }}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
          />
        )}
      </Field>
      {state === 'offline' && (
        <Notice tone="warn" announce="now" title={words.offline}>
          {words.offlineText}
        </Notice>
      )}
      {state === 'failed' && (
        <Notice tone="bad" announce="now" title={words.failed}>
          {words.failedText}
        </Notice>
      )}
      <Button type="submit" busy={state === 'sending' ? words.sending : undefined}>
        {words.submit}
      </Button>
    </form>
  )
}
