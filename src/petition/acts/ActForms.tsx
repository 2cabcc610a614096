import type { ActFormProps } from '../pages/acts/act-props.ts'
import { ContactForm } from './ContactForm.tsx'
import { JoinForm } from './JoinForm.tsx'
import { LetterForm } from './LetterForm.tsx'

/** The form of the page that it stands on. */
export function ActForms(props: ActFormProps) {
  if (props.name === 'letter') return <LetterForm campaign={props.campaign} petition={props.petition} />
  return props.name === 'join' ? <JoinForm campaign={props.campaign} /> : <ContactForm campaign={props.campaign} />
}
