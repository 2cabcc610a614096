import type { Campaign } from '../../../protocol/campaign.ts'
import { MAX_MESSAGE } from '../../../protocol/limits.ts'
import { ActForm } from '../ActForm.tsx'
import { Consents } from '../Consents.tsx'
import { PersonFields } from '../PersonFields.tsx'
import { ActThanks } from './ActThanks.tsx'
import { consentsOf } from './consents-of.ts'
import {
  type ContactFields,
  type ContactName,
  contactBody,
  contactOrder,
  contactProblems,
  emptyContact,
  isContact,
} from './person-acts.ts'
import { TextArea } from './TextArea.tsx'
import { useKeptAct } from './use-kept-act.ts'

/** A message to the coordinators, and how to answer it. */
export function ContactForm({ campaign }: { campaign: Campaign }) {
  const { it, words, failure } = useKeptAct<ContactFields, ContactName>({
    campaign,
    name: 'contact',
    first: () => emptyContact(campaign),
    isFilled: isContact,
    problemsOf: (fields) => contactProblems(fields, campaign),
    order: contactOrder,
    actOf: (fields, language) => ({
      kind: 'contact',
      petitions: [],
      body: contactBody(fields, campaign, language, new Date()),
    }),
  })
  const { state } = it
  const said = words.contact
  return (
    <>
      <ActForm it={it} submit={said.send} failureWords={failure}>
        <TextArea name="message" label={said.message} rows={7} most={MAX_MESSAGE} state={state} />
        <PersonFields campaign={campaign} state={state} />
        <Consents campaign={campaign} needed="contact" asked={consentsOf(campaign, 'contact')} state={state} />
      </ActForm>
      {it.kept && (
        <ActThanks
          campaign={campaign}
          name="contact"
          firstName={state.fields.firstName}
          kept={it.kept}
          leave={it.forget}
        />
      )}
    </>
  )
}
