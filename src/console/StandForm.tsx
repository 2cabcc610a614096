import { useState } from 'preact/hooks'
import {
  MAX_STAND_NAME,
  MAX_STAND_PLACE,
  MAX_TABLETS,
  STAND_ROUTES,
  type StandView,
} from '../../protocol/stand-routes.ts'
import { filled } from '../i18n/filled.ts'
import { useSay } from '../i18n/language.tsx'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Check } from '../ui/Check.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useSession } from './console-context.ts'
import { Failure } from './Failure.tsx'
import { Heading } from './Heading.tsx'
import { localDate } from './key-names.ts'
import { hrefOf } from './place.ts'
import { fieldsOf, judgeFields, newFields, type StandField, type StandFields } from './stand-draft.ts'
import { useAction } from './use-action.ts'
import type { CampaignSummary } from './use-campaigns.ts'
import { useStandWords } from './use-stand-words.ts'
import type { FreshCode } from './use-stands.ts'

type Props = { campaign: CampaignSummary } & (
  | { view: null; onMade: (made: FreshCode) => void }
  | { view: StandView; onChanged: (view: StandView) => void; onCancel: () => void }
)

/** Makes a stand and its first code, or changes one. */
export function StandForm(props: Props) {
  const { said } = useStandWords()
  const { campaign } = props
  const open = campaign.petitions.filter((it) => it.state === 'open')
  const [fields, setFields] = useState<StandFields>(() =>
    props.view
      ? fieldsOf(props.view)
      : newFields(
          localDate(new Date()),
          open.map((it) => it.id),
        ),
  )
  const [tried, setTried] = useState(false)
  const session = useSession()
  const saving = useAction()
  const judged = judgeFields(fields)
  const wrong = tried && 'wrong' in judged ? judged.wrong : []
  const change = (changes: Partial<StandFields>) => setFields((was) => ({ ...was, ...changes }))
  const words = said.form

  function submit(event: Event) {
    event.preventDefault()
    setTried(true)
    if ('wrong' in judged) return focusOn(judged.wrong[0])
    const { draft } = judged
    saving.run(async () => {
      if (props.view) {
        const parameters = { campaign: campaign.id, stand: props.view.stand.id }
        const body = { draft, closed: props.view.closedAt !== null }
        props.onChanged(await session.call(STAND_ROUTES.change, { parameters, body }))
        return
      }
      // Asked again after a lost answer, the server finds the stand that it made.
      const { stand } = await session.call(STAND_ROUTES.make, { parameters: { campaign: campaign.id }, body: draft })
      const parameters = { campaign: campaign.id, stand: stand.id }
      props.onMade(await session.call(STAND_ROUTES.newCode, { parameters, body: { tablets: draft.tablets } }))
    })
  }

  const text = (name: 'name' | 'place' | 'from' | 'to' | 'tablets') => ({
    id: `stand-${name}`,
    label: words[name],
    value: fields[name],
    onInput: (event: { currentTarget: HTMLInputElement }) => change({ [name]: event.currentTarget.value }),
    error: wrong.includes(name) ? filled(words.problems[name], { max: String(MAX_TABLETS) }) : undefined,
    autocomplete: 'off',
    required: true,
  })

  return (
    <form class="console-form stack" onSubmit={submit} noValidate>
      <Heading>{props.view ? words.changeTitle : words.newTitle}</Heading>
      {open.length === 0 && !props.view && <Notice tone="warn">{words.noOpenPetition}</Notice>}
      <Field {...text('name')} hint={words.nameHint} maxLength={MAX_STAND_NAME} />
      <Field {...text('place')} hint={words.placeHint} maxLength={MAX_STAND_PLACE} />
      <div class="console-pair">
        <DateField {...text('from')} />
        <DateField {...text('to')} min={fields.from} />
      </div>
      <PetitionChecks campaign={campaign} chosen={fields.petitions} wrong={wrong} onChange={change} />
      <Field {...text('tablets')} hint={words.tabletsHint} inputMode="numeric" maxLength={2} />
      {saving.error !== null && <Failure error={saving.error} />}
      <Button type="submit" busy={saving.busy ? words.saving : undefined}>
        {props.view ? words.change : words.save}
      </Button>
      {props.view ? (
        <Button kind="link" onClick={props.onCancel}>
          {words.cancel}
        </Button>
      ) : (
        <ButtonLink kind="link" href={hrefOf({ screen: 'stands', campaign: campaign.id })}>
          {words.cancel}
        </ButtonLink>
      )}
    </form>
  )
}

const focusOn = (field: StandField | undefined) =>
  document.querySelector<HTMLElement>(`#stand-${field}, #stand-${field} input`)?.focus()

interface DateProps {
  id: string
  label: string
  value: string
  error: string | undefined
  min?: string
  onInput: (event: { currentTarget: HTMLInputElement }) => void
}

const DateField = ({ id, label, value, error, min, onInput }: DateProps) => (
  <Field id={id} label={label} error={error}>
    {(wiring) => <input {...wiring} type="date" value={value} min={min} onInput={onInput} required />}
  </Field>
)

interface ChecksProps {
  campaign: CampaignSummary
  chosen: readonly string[]
  wrong: readonly StandField[]
  onChange: (changes: Pick<StandFields, 'petitions'>) => void
}

/** The open ones; one that has closed since it was chosen stays until it is unticked. */
function PetitionChecks({ campaign, chosen, wrong, onChange }: ChecksProps) {
  const { said } = useStandWords()
  const say = useSay()
  const [before] = useState(chosen)
  const offered = campaign.petitions.filter((it) => it.state === 'open' || before.includes(it.id))
  const tick = (id: string, on: boolean) =>
    onChange({ petitions: on ? [...chosen, id] : chosen.filter((it) => it !== id) })
  const bad = wrong.includes('petitions')
  return (
    <fieldset id="stand-petitions" aria-describedby={bad ? 'stand-petitions-error' : undefined}>
      <legend class="field-label">{said.form.petitions}</legend>
      {offered.map((it) => (
        <Check
          key={it.id}
          id={`stand-petition-${it.id}`}
          checked={chosen.includes(it.id)}
          onChange={(on) => tick(it.id, on)}
          hint={it.state === 'open' ? undefined : said.form.notOpen}
        >
          {say(it.title)}
        </Check>
      ))}
      {bad && (
        <p class="field-error" id="stand-petitions-error">
          {said.form.problems.petitions}
        </p>
      )}
    </fieldset>
  )
}
