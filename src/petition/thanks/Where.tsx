import { useEffect, useState } from 'preact/hooks'
import { formOf, number } from '../../i18n/counting.ts'
import { filled } from '../../i18n/filled.ts'
import { formWords } from '../../i18n/form.ts'
import { useLanguage, useWords } from '../../i18n/language.tsx'
import { thanksWords } from '../../i18n/thanks.ts'
import type { Kept } from '../use-act-form.ts'
import type { AfterProps } from './thanks-props.ts'
import { allOf, type Whereabouts } from './whereabouts.ts'

/** It changes when what it says changes. */
export function Where({ sentences: own, kept, signed }: AfterProps) {
  const form = useWords(formWords)
  const words = useWords(thanksWords)
  const language = useLanguage()
  const where = useWhereabouts(kept)
  if (own) return own[where === 'partly' ? 'here' : where]
  if (where === 'not-taken') return words.notTaken
  const count = signed?.petitions.length ?? 1
  const sentences = { here: form.keptHere, arrived: form.arrived, partly: words.partlyArrived }
  return filled(formOf(language, count, sentences[where]), { n: number(language, count) })
}

function useWhereabouts({ acts }: Kept<unknown>): Whereabouts | 'partly' {
  const [known, setKnown] = useState<Record<string, Whereabouts>>({})
  const here = acts.filter((it) => it.kept === 'here').map((it) => it.id)
  useEffect(() => {
    const ends: (() => void)[] = []
    let wanted = true
    import('../keep-here.ts').then(({ follow }) => {
      if (!wanted) return
      for (const id of here) ends.push(follow(id, (where) => setKnown((now) => ({ ...now, [id]: where }))))
    }, console.error)
    return () => {
      wanted = false
      for (const end of ends) end()
    }
  }, [here.join()])
  return allOf(acts.map(({ id, kept }) => (kept === 'there' ? 'arrived' : (known[id] ?? 'here'))))
}
