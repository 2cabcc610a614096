import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Campaign } from '../../../protocol/campaign.ts'
import type { Petition } from '../../../protocol/petition.ts'
import type { Stand } from '../../../protocol/stand.ts'
import { filled } from '../../i18n/filled.ts'
import { useSay, useWords } from '../../i18n/language.tsx'
import type { Language } from '../../i18n/languages.ts'
import { printWords } from '../../i18n/print.ts'
import { Button } from '../../ui/Button.tsx'
import { Check } from '../../ui/Check.tsx'
import { Field } from '../../ui/Field.tsx'
import { SignatureSheet } from './SignatureSheet.tsx'
import { BOXES, type Box, countOf, MOST_SHEETS, sheetNumbers } from './sheet-choice.ts'

interface Props {
  campaign: Campaign
  stand: Stand | null
  open: readonly Petition[]
  language: Language
  address: string
  onPrint: (pages: VNode[]) => void
}

/** What the signature sheets are for, how many there are, and how they are numbered. */
export function SheetOrder({ campaign, stand, open, language, address, onPrint }: Props) {
  const words = useWords(printWords).desk
  const say = useSay()
  const here = open.filter((it) => stand?.petitions.includes(it.id))
  const [petitions, setPetitions] = useState<readonly string[]>(() => (here.length ? here : open).map((it) => it.id))
  const boxes = BOXES.filter((box) => campaign.consents.some((it) => it.purpose === box))
  const [chosen, setChosen] = useState<readonly Box[]>(boxes)
  const [many, setMany] = useState('1')
  const [first, setFirst] = useState('')
  const [tried, setTried] = useState(false)
  const count = countOf(many, MOST_SHEETS)

  const submit = (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (petitions.length === 0) return document.getElementById(`print-for-${open[0]?.id}`)?.focus()
    if (count === null) return document.getElementById('print-sheets')?.focus()
    const these = open.filter((it) => petitions.includes(it.id))
    const ticked = boxes.filter((it) => chosen.includes(it))
    const all = sheetNumbers(first, count).map((number, i) => (
      <SignatureSheet key={i} {...{ campaign, stand, language, address, number }} petitions={these} boxes={ticked} />
    ))
    onPrint(all)
  }
  return (
    <form class="tile stack" onSubmit={submit} noValidate aria-labelledby="print-sheets-title">
      <h2 id="print-sheets-title">{words.sheets}</h2>
      <p class="muted">{words.sheetsText}</p>
      <fieldset>
        <legend class="field-label">{words.petitions}</legend>
        {open.map(({ id, person, country }) => (
          <Check
            key={id}
            id={`print-for-${id}`}
            checked={petitions.includes(id)}
            onChange={(on) => setPetitions((now) => (on ? [...now, id] : now.filter((it) => it !== id)))}
          >
            {`${person}, ${say(country)}`}
          </Check>
        ))}
        {tried && petitions.length === 0 && (
          <p class="field-error" role="alert">
            {words.noPetition}
          </p>
        )}
      </fieldset>
      {boxes.length > 0 && (
        <fieldset>
          <legend class="field-label">{words.boxes}</legend>
          {boxes.map((box) => (
            <Check
              key={box}
              id={`print-box-${box}`}
              checked={chosen.includes(box)}
              onChange={(on) => setChosen((now) => (on ? [...now, box] : now.filter((it) => it !== box)))}
            >
              {words[box]}
            </Check>
          ))}
        </fieldset>
      )}
      <Field
        id="print-sheets"
        label={words.howMany}
        error={tried && count === null ? filled(words.notANumber, { most: String(MOST_SHEETS) }) : undefined}
        value={many}
        onInput={(event) => setMany(event.currentTarget.value)}
        inputMode="numeric"
        autocomplete="off"
      />
      <Field
        id="print-first"
        label={words.firstNumber}
        hint={words.firstNumberHint}
        value={first}
        onInput={(event) => setFirst(event.currentTarget.value)}
        autocomplete="off"
        spellcheck={false}
        maxLength={30}
      />
      <Button type="submit">{words.print}</Button>
    </form>
  )
}
