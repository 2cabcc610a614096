// The least that a form which answers can cost: one static page, one script with Preact and these very fields, controlled, and nothing that
// judges, keeps, seals, translates or routes. Its words are those of the sample; its styles the form's own. Not changed to move a ratio.
import '../../src/ui/tokens.css'
import '../../src/ui/base.css'
import '../../src/ui/Field.css'
import '../../src/ui/Check.css'
import '../../src/ui/Choice.css'
import '../../src/ui/Button.css'
import '../../src/petition/ActForm.css'
import { render } from 'preact'
import { useState } from 'preact/hooks'

type Ways = 'phone' | 'email' | 'place'
const WAYS: Record<Ways, string> = { phone: 'Téléphone', email: 'E-mail', place: 'Quartier' }
const LABELS = {
  firstName: 'Prénom',
  lastName: 'Nom',
  phone: 'Numéro de téléphone',
  email: 'Adresse e-mail',
  town: 'Ville ou village',
  quarter: 'Quartier',
}
const CASES = ['Manahel al-Otaibi, Arabie saoudite', 'Joel Paredes, Argentine']
const CONSENTS = [
  'Je signe. J’accepte que mon nom et mon pays, et rien d’autre, soient donnés au destinataire de chaque pétition que je signe.',
  'Recevoir des nouvelles. Écrivez-moi par e-mail pour me dire la suite. Je peux arrêter quand je veux.',
  'Par téléphone. Vous pouvez m’appeler ou m’écrire par SMS ou WhatsApp. Je peux arrêter quand je veux.',
  'Montrer mon prénom. Mon prénom, sans mon nom de famille, peut être montré en public.',
]
type Name = keyof typeof LABELS

function Form() {
  const [fields, setFields] = useState<Partial<Record<Name, string>>>({})
  const [way, setWay] = useState<Ways>('phone')
  const [ticked, setTicked] = useState<readonly string[]>([])
  const text = (name: Name) => (
    <div class="field">
      <label class="field-label" for={`sign-${name}`}>
        {LABELS[name]}
      </label>
      <input
        class="input"
        id={`sign-${name}`}
        value={fields[name] ?? ''}
        onInput={(event) => setFields({ ...fields, [name]: event.currentTarget.value })}
      />
    </div>
  )
  const box = (words: string) => (
    <div class="check" key={words}>
      <label class="check-line">
        <input
          type="checkbox"
          class="check-box"
          checked={ticked.includes(words)}
          onChange={(event) =>
            setTicked(event.currentTarget.checked ? [...ticked, words] : ticked.filter((it) => it !== words))
          }
        />
        <span>{words}</span>
      </label>
    </div>
  )
  return (
    <form class="act-form" noValidate>
      <fieldset>{CASES.map(box)}</fieldset>
      <div class="names">
        {text('firstName')}
        {text('lastName')}
      </div>
      <fieldset class="choice">
        <legend>Comment vous reconnaître, si besoin ?</legend>
        <div class="choice-row">
          {(Object.keys(WAYS) as Ways[]).map((it) => (
            <label class={it === way ? 'choice-one on' : 'choice-one'} key={it}>
              <input type="radio" name="way" checked={it === way} onChange={() => setWay(it)} />
              <span>{WAYS[it]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {way === 'place' ? (
        <div class="names">
          {text('town')}
          {text('quarter')}
        </div>
      ) : (
        text(way)
      )}
      <div class="consents">{CONSENTS.map(box)}</div>
      <div class="submit-bar">
        <button type="submit" class="button main">
          Signer 2 pétitions
        </button>
      </div>
    </form>
  )
}

const place = document.getElementById('form')
if (place) render(<Form />, place)
