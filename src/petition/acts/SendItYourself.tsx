import { useEffect, useState } from 'preact/hooks'
import type { Petition } from '../../../protocol/petition.ts'
import { actWords } from '../../i18n/acts.ts'
import { filled } from '../../i18n/filled.ts'
import { useLanguage, useSay, useWords } from '../../i18n/language.tsx'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { LetterFields } from './letter.ts'
import { clearPaper, printLetter } from './letter-paper.ts'
import { mailLink, wholeLetter } from './letter-text.ts'

interface Props {
  petition: Petition
  fields: LetterFields
  /** There is no other way. */
  only?: boolean
}

/** Copied, printed, or by e-mail to an authority whose address the case gives. Nothing of it is kept here. */
export function SendItYourself({ petition, fields, only }: Props) {
  const words = useWords(actWords).letter
  const language = useLanguage()
  const say = useSay()
  const [done, setDone] = useState<'copied' | 'notCopied' | 'writeFirst' | null>(null)
  const { text, to } = fields
  useEffect(() => setDone(null), [text])
  useEffect(() => clearPaper, [])
  const { address = '', email = '' } = petition.letters[to] ?? {}
  const addressee = to === 'person' ? petition.person : say(petition.addressee)
  const letter = wholeLetter(fields, { addressee, address, language })
  const mail = email && mailLink(email, filled(words.subject, { person: petition.person }), letter)
  const written = (then: () => void) => () => (text.trim() === '' ? setDone('writeFirst') : then())
  const copy = () =>
    navigator.clipboard.writeText(letter).then(
      () => setDone('copied'),
      () => setDone('notCopied'),
    )
  return (
    <section class="letter-self stack" aria-labelledby="letter-self">
      <h2 id="letter-self">{only ? words.selfOnly : words.self}</h2>
      <p class="small muted">{words.selfText}</p>
      {address !== '' && (
        <div>
          <h3>{words.address}</h3>
          <p class="letter-address">{address}</p>
        </div>
      )}
      <div class="row">
        {'clipboard' in navigator && (
          <Button kind="link" onClick={written(() => void copy())}>
            <Icon name="copy" />
            {words.copy}
          </Button>
        )}
        <Button kind="link" onClick={written(() => printLetter(letter))}>
          {words.print}
        </Button>
      </div>
      {mail && text.trim() !== '' && (
        <ButtonLink kind="quiet" href={mail}>
          {words.mail}
        </ButtonLink>
      )}
      {email !== '' && !mail && <p class="small">{filled(words.mailLong, { email })}</p>}
      <p role="status" class="small">
        {done && words[done]}
      </p>
    </section>
  )
}
