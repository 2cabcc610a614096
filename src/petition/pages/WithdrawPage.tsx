import { useWords } from '../../i18n/language.tsx'
import { publicWords } from '../../i18n/public.ts'
import { FormPlace } from './FormPlace.tsx'
import type { Islands } from './islands.ts'

export function WithdrawPage({ campaign, Withdraw }: { campaign: string | null; Withdraw: Islands['Withdraw'] }) {
  const words = useWords(publicWords)
  return (
    <div class="column page stack">
      <h1 tabIndex={-1}>{words.withdrawTitle}</h1>
      <p>{words.withdrawIntro}</p>
      {Withdraw ? <Withdraw campaign={campaign} /> : <FormPlace form="withdraw" state="server" />}
      <p class="small muted">{words.withdrawLost}</p>
    </div>
  )
}
