import type { ComponentType } from 'preact'
import { useLanguage, useWords } from '../../i18n/language.tsx'
import { publicWords } from '../../i18n/public.ts'
import { withdrawWords } from '../../i18n/withdraw.ts'
import { FormPlace } from './FormPlace.tsx'
import type { BesideProps } from './islands.ts'
import { offered } from './offered.ts'
import { contactPath } from './place.ts'
import { useAlive } from './use-alive.ts'

interface Props extends BesideProps {
  Withdraw?: ComponentType<{ campaign: string | null }>
}

export function WithdrawPage({ data: { campaign }, Withdraw }: Props) {
  const words = useWords(withdrawWords)
  const { withdraw, acts } = useWords(publicWords)
  const language = useLanguage()
  const alive = useAlive()
  return (
    <div class="column page stack">
      <h1 tabIndex={-1}>{withdraw}</h1>
      <p>{words.intro}</p>
      {Withdraw && alive ? <Withdraw campaign={campaign?.id ?? null} /> : <FormPlace form="withdraw" state="server" />}
      <p class="small muted">
        {words.lost}
        {offered(campaign).includes('contact') && (
          <>
            {' '}
            <a href={contactPath(language)}>{acts.contact}</a>
          </>
        )}
      </p>
    </div>
  )
}
