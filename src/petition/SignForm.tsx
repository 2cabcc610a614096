import { useMemo } from 'preact/hooks'
import { MAX_PETITIONS } from '../../protocol/limits.ts'
import { signable } from '../../protocol/reading.ts'
import { formOf, number } from '../i18n/counting.ts'
import { filled } from '../i18n/filled.ts'
import { formWords } from '../i18n/form.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { ActForm } from './ActForm.tsx'
import { Consents } from './Consents.tsx'
import { PersonFields, ReachField } from './PersonFields.tsx'
import { PetitionChoice } from './PetitionChoice.tsx'
import type { SignIslandProps } from './pages/islands.ts'
import { isFilled } from './person.ts'
import { problemWords } from './problem-words.ts'
import { emptyFields, type FieldName, fieldOrder, problemsOf, type SignFields } from './sign.ts'
import { ThankYou } from './ThankYou.tsx'
import { useActForm } from './use-act-form.ts'

export function SignForm({ campaign, petition }: SignIslandProps) {
  const words = useWords(formWords)
  const language = useLanguage()
  const open = useMemo(() => signable(campaign), [campaign])
  const it = useActForm<SignFields, FieldName>({
    first: () => emptyFields(campaign, petition ? [petition] : open.slice(0, MAX_PETITIONS).map((it) => it.id)),
    isFilled,
    problemsOf: (fields) => problemsOf(fields, campaign),
    order: fieldOrder,
    wordsFor: (name, problem, fields) => problemWords(words.problem, name, problem, fields),
    load: () =>
      import('./keep-here.ts').then(({ keepHere, openSitting }) => ({
        openSitting,
        keep: (sitting, fields, sending) => keepHere(sitting, fields, campaign, language, sending),
      })),
  })
  const { state } = it
  const { agreed, petitions, way } = state.fields
  const count = petitions.length
  const submit =
    count === 0 ? words.submitNone : filled(formOf(language, count, words.submit), { n: number(language, count) })
  return (
    <>
      <ActForm it={it} submit={submit}>
        {open.length > 1 && <PetitionChoice open={open} state={state} />}
        <PersonFields campaign={campaign} state={state} />
        <Consents
          campaign={campaign}
          state={state}
          beside={(purpose) => {
            const asked = ASKED_FOR[purpose]
            return asked && asked !== way && agreed.includes(purpose) ? (
              <ReachField campaign={campaign} state={state} way={asked} />
            ) : null
          }}
        />
      </ActForm>
      {it.kept && <ThankYou campaign={campaign} it={it} kept={it.kept} />}
    </>
  )
}

/** What a wish needs, beside it: further up it would appear out of sight. */
const ASKED_FOR: Record<string, 'email' | 'phone' | undefined> = { news: 'email', calls: 'phone' }
