import './WithdrawForm.css'
import { useEffect, useState } from 'preact/hooks'
import { parseReceiptCode } from '../../protocol/receipt.ts'
import { ROUTES } from '../../protocol/routes.ts'
import { call, NoAnswer } from '../api.ts'
import { useWords } from '../i18n/language.tsx'
import { withdrawWords } from '../i18n/withdraw.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { takeReceipt } from './receipt-link.ts'

/** As the receipt shows it. */
const inGroups = (code: string): string => code.replace(/-/g, '').replace(/(.{4})(?=.)/g, '$1-')

type State = 'ready' | 'sending' | 'done' | 'offline' | 'failed'

export function WithdrawForm({ campaign: shown }: { campaign: string | null }) {
  const words = useWords(withdrawWords)
  const [from, setFrom] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()
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
    try {
      await call(ROUTES.withdrawal, { body: { campaign, code } })
      setTyped('')
      setState('done')
    } catch (error) {
      setState(error instanceof NoAnswer && error.why !== 'not-our-answer' ? 'offline' : 'failed')
    }
  }

  if (state === 'done')
    return (
      <div class="stack">
        <Notice tone="ok" announce="polite" title={words.done}>
          {words.doneText}
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
