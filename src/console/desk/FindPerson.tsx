import { useState } from 'preact/hooks'
import { filled } from '../../i18n/filled.ts'
import { useSay } from '../../i18n/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Pill } from '../../ui/Pill.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { Failure } from '../Failure.tsx'
import { Heading } from '../Heading.tsx'
import { localDate } from '../key-names.ts'
import { hasPage, PublicLink } from '../PublicLink.tsx'
import { heldFile } from '../review/held-file.ts'
import type { Found } from '../review/room.ts'
import { SHORTEST_SEARCH, signerOf } from '../review/search.ts'
import { Sure } from '../Sure.tsx'
import { useAction } from '../use-action.ts'
import type { CampaignSummary } from '../use-campaigns.ts'
import { ActCard } from './ActCard.tsx'
import { printHeld } from './print-held.tsx'
import { useAsked } from './use-asked.ts'
import type { DeskState } from './use-desk.ts'
import { useReviewWords } from './use-review-words.ts'
import { useWording } from './wording-context.ts'

const MOST = 20

/** For a person who asks: what is held of them, to show, to save, to withdraw (GDPR articles 15 to 17). */
export function FindPerson({ campaign, state }: { campaign: CampaignSummary; state: DeskState }) {
  const { said, counted, number } = useReviewWords()
  const [typed, setTyped] = useState('')
  const [searched, setSearched] = useState('')
  const [tried, setTried] = useState(false)
  const [gone, setGone] = useState(0)
  const { desk, turn } = state
  const text = said.find
  // One more than is shown tells that there are more.
  const found = useAsked(() => desk.ask('find', { text: searched, most: MOST + 1 }), [desk, turn, searched])
  const short = typed.trim().length < SHORTEST_SEARCH
  const shown = searched === '' ? [] : (found ?? []).slice(0, MOST)

  function submit(event: Event) {
    event.preventDefault()
    setTried(true)
    setGone(0)
    if (short) return document.getElementById('find-text')?.focus()
    setSearched(typed.trim())
  }

  return (
    <div class="stack">
      <Heading as="h2">{text.title}</Heading>
      <form class="console-form stack" onSubmit={submit} noValidate>
        <p>{text.lead}</p>
        <Field
          id="find-text"
          type="search"
          label={text.label}
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          error={tried && short ? text.tooShort : undefined}
          autocomplete="off"
          spellcheck={false}
        />
        <Button type="submit">{text.submit}</Button>
      </form>
      {gone > 0 && (
        <Notice tone="ok" announce="polite">
          {counted(text.withdrawn, gone)}
        </Notice>
      )}
      {searched !== '' && found && (
        <p role="status">{shown.length === 0 ? text.none : counted(text.found, shown.length)}</p>
      )}
      {found && found.length > MOST && <p>{filled(text.many, { n: number(MOST) })}</p>}
      {shown.map((it) => (
        <FoundAct key={it.act.head.id} campaign={campaign} state={state} found={it} onGone={setGone} />
      ))}
    </div>
  )
}

/** Of this act alone: whoever has the same name is somebody else. */
function save(found: Found, name: string): void {
  saveFile(`${name}-${localDate(new Date())}.json`, [heldFile(found)], 'application/json')
}

const fullName = ({ body }: Found['act']): string => {
  const { firstName, lastName = '' } = signerOf(body)
  return `${firstName} ${lastName}`.trim()
}

interface FoundProps {
  campaign: CampaignSummary
  state: DeskState
  found: Found
  onGone: (acts: number) => void
}

function FoundAct({ campaign, state, found, onGone }: FoundProps) {
  const { said, language, momentOf } = useReviewWords()
  const say = useSay()
  const wording = useWording()
  const action = useAction()
  const [asking, setAsking] = useState<'withdraw' | 'correct' | null>(null)
  const text = said.find
  const { act, signatures } = found
  const page = campaign.petitions.find((it) => act.head.petitions.includes(it.id) && hasPage(campaign, it))
  const titleOf = (id: string) => {
    const petition = campaign.petitions.find((it) => it.id === id)
    return petition ? say(petition.title) : id
  }
  return (
    <article
      class="tile desk-card"
      aria-label={[said.kind[act.body.kind], fullName(act), momentOf(act.receivedAt)].join(', ')}
    >
      <h3>{said.kind[act.body.kind]}</h3>
      {signatures.map((it) => (
        <p key={it.petition} class="row">
          <span>{titleOf(it.petition)}</span>
          <Pill tone={it.standing === 'valid' ? 'ok' : 'warn'}>{said.standingOne[it.standing]}</Pill>
        </p>
      ))}
      <ActCard act={act} whole />
      {action.error !== null && <Failure error={action.error} />}
      {asking === 'withdraw' && (
        <Sure
          question={text.withdrawSure}
          yes={text.withdrawYes}
          no={text.withdrawNo}
          busy={action.busy ? text.withdrawing : undefined}
          onYes={() => action.run(async () => onGone(await state.withdraw(act.head.id)))}
          onNo={() => setAsking(null)}
        >
          <p>{state.keeper.dumpSavedAt === null ? text.withdrawText : text.withdrawHere}</p>
        </Sure>
      )}
      {asking === 'correct' && (
        <Notice announce="polite">
          <p>{text.correctText}</p>
          {page && (
            <p>
              <PublicLink path={`/p/${page.id}`}>{text.correctPage}</PublicLink>
            </p>
          )}
        </Notice>
      )}
      {asking !== 'withdraw' && (
        <div class="row">
          <Button kind="link" onClick={() => printHeld({ found, wording, language })}>
            {text.print}
          </Button>
          <Button kind="link" onClick={() => save(found, `paraphe-${campaign.id}-${text.saveName}`)}>
            {text.save}
          </Button>
          {state.keeper.mayWithdraw && (
            <Button kind="link" onClick={() => setAsking('withdraw')}>
              {text.withdraw}
            </Button>
          )}
          {act.body.kind === 'signature' && (
            <Button kind="link" onClick={() => setAsking('correct')}>
              {text.correct}
            </Button>
          )}
        </div>
      )}
    </article>
  )
}
