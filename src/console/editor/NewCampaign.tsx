import { useState } from 'preact/hooks'
import type { CampaignContent } from '../../../protocol/campaign.ts'
import { EDIT_ROUTES } from '../../../protocol/edit-routes.ts'
import { ServerRefusal } from '../../api.ts'
import { filled } from '../../i18n/filled.ts'
import { useSay } from '../../i18n/language.tsx'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Check } from '../../ui/Check.tsx'
import { Field } from '../../ui/Field.tsx'
import { useSession } from '../console-context.ts'
import { Failure } from '../Failure.tsx'
import { Heading } from '../Heading.tsx'
import { localDate } from '../key-names.ts'
import { hrefOf } from '../place.ts'
import { useAction } from '../use-action.ts'
import type { Campaigns } from '../use-campaigns.ts'
import { useEditorWords } from './editor-context.ts'
import { ImportCampaign } from './ImportCampaign.tsx'
import { blankContent, freeId, fromTemplate, slugOf } from './new-content.ts'

interface Props {
  campaigns: Campaigns
  onMade: () => void
}

/** A name is enough: everything else is written afterwards, in a draft that nobody sees. */
export function NewCampaign({ campaigns, onMade }: Props) {
  const { said, language } = useEditorWords()
  const say = useSay()
  const session = useSession()
  const action = useAction()
  const [name, setName] = useState('')
  const [ownId, setOwnId] = useState<string | null>(null)
  const [template, setTemplate] = useState(campaigns[0]?.id ?? '')
  const [withCases, setWithCases] = useState(false)
  const [tried, setTried] = useState(false)
  const words = said.make
  const taken = campaigns.map((it) => it.id)
  const slug = slugOf(name)
  const id = ownId ?? (slug && freeId(slug, taken))
  const wrongId = !/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/.test(id)
  const isTaken = taken.includes(id) || (action.error instanceof ServerRefusal && action.error.reason === 'id-taken')

  async function beginning(): Promise<CampaignContent> {
    const first = { id, name: { fr: name.trim(), en: name.trim() }, today: localDate(new Date()) }
    if (template === '') return blankContent(first)
    const desk = await session.call(EDIT_ROUTES.desk, { parameters: { campaign: template } })
    return fromTemplate(desk.draft.content, first, withCases)
  }

  function submit(event: Event) {
    event.preventDefault()
    setTried(true)
    if (name.trim() === '') return document.getElementById('new-name')?.focus()
    if (wrongId || taken.includes(id)) return document.getElementById('new-id')?.focus()
    action.run(async () => {
      await session.call(EDIT_ROUTES.make, { body: { content: await beginning() } })
      onMade()
      location.hash = hrefOf({ screen: 'edit', campaign: id, part: 'campaign' })
    })
  }

  return (
    <>
      <form class="console-form stack" onSubmit={submit} noValidate>
        <Heading>{words.title}</Heading>
        <Field
          id="new-name"
          label={words.name}
          value={name}
          maxLength={80}
          autocomplete="off"
          required
          error={tried && name.trim() === '' ? words.problems.name : undefined}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <Field
          id="new-id"
          label={words.id}
          hint={words.idHint}
          value={id}
          maxLength={64}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          required
          error={isTaken ? words.problems.taken : tried && wrongId ? words.problems.id : undefined}
          onInput={(event) => {
            action.clear()
            setOwnId(event.currentTarget.value)
          }}
        />
        <Field id="new-template" label={words.from}>
          {(wiring) => (
            <select {...wiring} value={template} onChange={(event) => setTemplate(event.currentTarget.value)}>
              {campaigns.map((it) => (
                <option key={it.id} value={it.id}>
                  {filled(words.template, { name: it.name[language] ?? say(it.name) })}
                </option>
              ))}
              <option value="">{words.blank}</option>
            </select>
          )}
        </Field>
        {template !== '' && (
          <Check id="new-with-cases" checked={withCases} onChange={setWithCases}>
            {words.withCases}
          </Check>
        )}
        {action.error !== null && !isTaken && <Failure error={action.error} />}
        <Button type="submit" busy={action.busy ? words.busy : undefined}>
          {words.button}
        </Button>
        <ButtonLink kind="link" href={hrefOf({ screen: 'petitions' })}>
          {words.cancel}
        </ButtonLink>
      </form>
      <ImportCampaign taken={taken} onMade={onMade} />
    </>
  )
}
