import { useWords } from '../../i18n/language.tsx'
import { noScriptWords } from '../../i18n/no-script.ts'
import { publicWords } from '../../i18n/public.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import './FormPlace.css'

function NoScript({ form }: Pick<Props, 'form'>) {
  const words = useWords(noScriptWords)
  return <noscript>{form === 'sign' ? words.form : words.page}</noscript>
}

interface Props {
  form: 'sign' | 'withdraw' | 'outbox' | 'letter' | 'join' | 'contact'
  /** `server`: as it left the server, and until the browser has taken over. */
  state: 'server' | 'coming' | 'failed'
  again?: () => void
}

/** Where a form will stand. It keeps the room, so that the page does not jump when the form arrives. */
export function FormPlace({ form, state, again }: Props) {
  const words = useWords(publicWords)
  return (
    <div class={`form-place ${form}`}>
      {state === 'coming' && <p class="muted">{words.formComes}</p>}
      {state === 'failed' && (
        <Notice tone="warn" announce="polite">
          <p>{words.formFailed}</p>
          <Button kind="link" onClick={again}>
            {words.tryAgain}
          </Button>
        </Notice>
      )}
      {/* A browser that comes so far runs scripts: it needs no words for one that does not. */}
      {import.meta.env.SSR && <NoScript form={form} />}
    </div>
  )
}
