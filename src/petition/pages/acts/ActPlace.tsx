import { actWords } from '../../../i18n/acts.ts'
import { useWords } from '../../../i18n/language.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { FormPlace } from '../FormPlace.tsx'
import { useAlive } from '../use-alive.ts'
import type { ActFormProps, ActPageProps } from './act-props.ts'

type Props = ActFormProps & Pick<ActPageProps, 'Form'>

/** The form once the browser has taken over; before there is a key, kind words. */
export function ActPlace({ Form, ...form }: Props) {
  const { notYet } = useWords(actWords)
  const alive = useAlive()
  if (!form.campaign.sealingKey) return <Notice title={notYet.title}>{notYet.text}</Notice>
  return Form && alive ? <Form {...form} /> : <FormPlace form={form.name} state="server" />
}
