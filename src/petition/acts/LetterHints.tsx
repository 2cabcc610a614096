import { useEffect, useState } from 'preact/hooks'
import { actWords } from '../../i18n/acts.ts'
import { filled } from '../../i18n/filled.ts'
import { useWords } from '../../i18n/language.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { type Hint, letterHints } from './letter-hints.ts'

type Args = Parameters<typeof letterHints>

interface Props {
  text: Args[0]
  to: Args[1]
  person: Args[2]
  campaign: Args[3]
}

/** Nobody is interrupted in the middle of a word. */
const PAUSE_MS = 900

/** Suggestions below the box, once the hand rests; they keep nothing back. */
export function LetterHints({ text, to, person, campaign }: Props) {
  const words = useWords(actWords).hints
  const [hints, setHints] = useState<Hint[]>([])
  useEffect(() => {
    const rests = setTimeout(() => setHints(letterHints(text, to, person, campaign)), PAUSE_MS)
    return () => clearTimeout(rests)
  }, [text, to])
  return (
    <div role="status">
      {hints.length > 0 && (
        <Notice tone="warn" title={words.title}>
          <ul class="letter-hints">
            {hints.map(({ hint, word = '' }) => (
              <li key={hint}>{filled(words[hint], { word, person })}</li>
            ))}
          </ul>
          <p class="small">{words.stays}</p>
        </Notice>
      )}
    </div>
  )
}
