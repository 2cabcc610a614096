import { useState } from 'preact/hooks'
import { LIST_LIMITS } from '../../../protocol/content-rules.ts'
import { MAX_NAME } from '../../../protocol/limits.ts'
import type { Drawing as DrawingName, Petition } from '../../../protocol/petition.ts'
import { month } from '../../i18n/counting.ts'
import { filled } from '../../i18n/filled.ts'
import { useSay } from '../../i18n/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Check } from '../../ui/Check.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Drawing } from '../../ui/Drawing.tsx'
import { Field } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { localDate } from '../key-names.ts'
import { Sure } from '../Sure.tsx'
import { useEditing, useEditorWords } from './editor-context.ts'
import { ItemList } from './ItemList.tsx'
import { freeId, slugOf } from './new-content.ts'
import { DateField, LineField, LinesField, NumberField } from './OneField.tsx'
import { PhotoField } from './PhotoField.tsx'
import { sameAddresses } from './same-address.ts'
import { TextPair } from './TextPair.tsx'

interface Props {
  petition: Petition
  /** Its address changed, so it is found under another one. */
  onMoved: (id: string) => void
  onRemoved: () => void
}

/** One case: who, what happened, what is asked, and what there is to tell since. */
export function CasePart({ petition, onMoved, onRemoved }: Props) {
  const { said, language } = useEditorWords()
  const { desk } = useEditing()
  const path = `petitions/${petition.id}`
  const known = desk.known.includes(petition.id)
  return (
    <>
      <StateField petition={petition} path={path} />
      <div class="console-pair">
        <LineField path={`${path}/person`} label={said.labels['petition.person']} maxLength={MAX_NAME} />
        <AddressField petition={petition} known={known} onMoved={onMoved} />
      </div>
      <TextPair path={`${path}/country`} name="petition.country" />
      <TextPair path={`${path}/title`} name="petition.title" />
      <TextPair path={`${path}/summary`} name="petition.summary" />
      <div class="console-pair">
        <DateField
          path={`${path}/situation`}
          label={said.labels['petition.situation']}
          hint={filled(said.case.situationHint, { month: month(language, petition.situation) })}
        />
        <NumberField
          path={`${path}/goal`}
          label={said.case.goal}
          hint={said.case.goalHint}
          min={1}
          max={100_000_000}
          optional
        />
      </div>
      <TextPair path={`${path}/story`} name="petition.story" rows={8} hint={said.markdown} />
      <TextPair path={`${path}/problem`} name="petition.problem" rows={6} />
      <TextPair path={`${path}/actions`} name="petition.actions" rows={5} />
      <TextPair path={`${path}/demand`} name="petition.demand" rows={4} />
      <TextPair path={`${path}/addressee`} name="petition.addressee" />
      <PhotoField petition={petition} path={path} />
      {!petition.picture && (
        <>
          <DrawingField petition={petition} path={path} />
          <TextPair path={`${path}/drawingAlt`} name="petition.drawingAlt" hint={said.picture.alt} />
        </>
      )}
      <Letters path={path} to="person" />
      <Letters path={path} to="authority" />
      <ItemList
        path={`${path}/updates`}
        label={said.labels['petition.updates']}
        add={said.list.addUpdate}
        blank={() => ({ date: localDate(new Date()), title: { fr: '', en: '' }, text: { fr: '', en: '' } })}
        max={LIST_LIMITS.updates}
        newestFirst
      >
        {(item) => (
          <>
            <DateField path={`${item}/date`} label={said.list.date} />
            <TextPair path={`${item}/title`} name="update.title" />
            <TextPair path={`${item}/text`} name="update.text" rows={4} />
          </>
        )}
      </ItemList>
      <Remove path={path} known={known} onRemoved={onRemoved} />
    </>
  )
}

/** What belongs to delivery is said there, with its date. Here it can only stay as it is. */
function StateField({ petition, path }: { petition: Petition; path: string }) {
  const { said } = useEditorWords()
  const { put } = useEditing()
  const offered = ['draft', 'open', 'closed', 'delivered', 'won'] as const
  const states = offered.filter((it) => !['delivered', 'won'].includes(it) || it === petition.state)
  return (
    <div class="stack">
      <Choice
        name="edit-state"
        legend={said.labels['petition.state']}
        options={states.map((value) => ({ value, label: said.states[value] }))}
        value={petition.state}
        onChange={(state) => put(`${path}/state`, state)}
      />
      <p class="field-hint">{`${said.stateMeans[petition.state]} ${said.case.endNote}`}</p>
    </div>
  )
}

function AddressField({
  petition,
  known,
  onMoved,
}: {
  petition: Petition
  known: boolean
  onMoved: (id: string) => void
}) {
  const { said } = useEditorWords()
  const { content, campaigns, put } = useEditing()
  const say = useSay()
  const same = sameAddresses(content, campaigns).find((it) => it.petition === petition.id)
  const hint = known ? said.case.addressFixed : `/p/${petition.id}`
  function rename(text: string) {
    const others = content.petitions.filter((it) => it !== petition).map((it) => it.id)
    const id = freeId(slugOf(text) || 'cas', others)
    if (id === petition.id) return
    put(`petitions/${petition.id}/id`, id)
    onMoved(id)
  }
  return (
    <Field
      id="edit-address"
      label={said.case.address}
      hint={same ? `${hint} ${filled(said.case.addressTwice, { name: say(same.other.name) })}` : hint}
    >
      {(wiring) => (
        <input
          {...wiring}
          type="text"
          key={petition.id}
          defaultValue={petition.id}
          readOnly={known}
          autocomplete="off"
          spellcheck={false}
          onChange={(event) => rename(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

const DRAWINGS: readonly DrawingName[] = ['window', 'drum', 'flute']

function DrawingField({ petition, path }: { petition: Petition; path: string }) {
  const { said } = useEditorWords()
  const { put } = useEditing()
  return (
    <div class="edit-drawing">
      <Choice
        name="edit-drawing"
        legend={said.labels['petition.drawing']}
        options={DRAWINGS.map((value) => ({ value, label: said.case.drawings[value] }))}
        value={petition.drawing}
        onChange={(drawing) => put(`${path}/drawing`, drawing)}
      />
      <Drawing name={petition.drawing} alt="" />
    </div>
  )
}

function Letters({ path, to }: { path: string; to: 'person' | 'authority' }) {
  const { said } = useEditorWords()
  const { at, content, put } = useEditing()
  const place = `${path}/letters/${to}`
  const on = at(place) !== null
  return (
    <section class="edit-item stack" aria-label={said.case.letterTo[to]}>
      <h3>{said.case.letterTo[to]}</h3>
      <Check
        id={`edit-letters-${to}`}
        checked={on}
        onChange={(wanted) => put(place, wanted ? { rules: [] } : null)}
        hint={on ? undefined : said.case.letterOff}
      >
        {said.case.letterOn}
      </Check>
      {on && <p class="field-hint">{said.case.rulesHint}</p>}
      {on && (
        <ItemList
          path={`${place}/rules`}
          label={said.case.rules}
          of={said.case.letterTo[to]}
          add={said.list.addRule}
          blank={() => ({ fr: '', en: '' })}
          max={LIST_LIMITS.rules}
        >
          {(item) => <TextPair path={item} name="letter.rule" />}
        </ItemList>
      )}
      {on && to === 'authority' && (
        <div class="console-pair">
          <LinesField
            path={`${place}/address`}
            label={said.case.letterAddress}
            hint={said.case.letterAddressHint}
            rows={4}
          />
          <LineField
            path={`${place}/email`}
            label={said.case.letterEmail}
            hint={said.case.letterEmailHint}
            maxLength={254}
            onChange={(email) => put(`${place}/email`, email || undefined)}
          />
        </div>
      )}
      {on && !content.consents.some((it) => it.purpose === 'letter') && (
        <Notice tone="warn">{said.case.letterConsent}</Notice>
      )}
    </section>
  )
}

function Remove({ path, known, onRemoved }: { path: string; known: boolean; onRemoved: () => void }) {
  const { said } = useEditorWords()
  const { put } = useEditing()
  const [asking, setAsking] = useState(false)
  if (known) return <p class="small muted">{said.case.cannotRemove}</p>
  if (!asking)
    return (
      <Button kind="link" onClick={() => setAsking(true)}>
        {said.case.remove}
      </Button>
    )
  function remove() {
    put(path, undefined)
    onRemoved()
  }
  return (
    <Sure
      question={said.case.removeSure}
      yes={said.case.removeYes}
      no={said.case.removeNo}
      busy={undefined}
      onYes={remove}
      onNo={() => setAsking(false)}
    />
  )
}
