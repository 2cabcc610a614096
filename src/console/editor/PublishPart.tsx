import { useState } from 'preact/hooks'
import { type Desk, EDIT_ROUTES } from '../../../protocol/edit-routes.ts'
import { formOf } from '../../i18n/counting.ts'
import { filled } from '../../i18n/filled.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useMe, useSession } from '../console-context.ts'
import { Failure } from '../Failure.tsx'
import { hrefOf } from '../place.ts'
import { Sure } from '../Sure.tsx'
import { useAction } from '../use-action.ts'
import type { CampaignSummary } from '../use-campaigns.ts'
import { Changes } from './Changes.tsx'
import { staleCards } from './cards.ts'
import { same } from './content-path.ts'
import { useEditing, useEditorWords } from './editor-context.ts'
import { placeWords } from './labels.ts'
import { OtherDays } from './OtherDays.tsx'
import { type Objection, objections, partOf } from './objections.ts'
import { PublishedNow } from './PublishedNow.tsx'
import { otherDays } from './promised-days.ts'
import { SameAddresses } from './SameAddresses.tsx'
import { SharedPictures } from './SharedPictures.tsx'
import { toldChanges } from './told-changes.ts'
import { useCards } from './use-cards.ts'
import { Versions } from './Versions.tsx'
import { WhereShown } from './WhereShown.tsx'

interface Props {
  campaign: CampaignSummary
  /** Saves what is on the screen; null where it could not. */
  save: () => Promise<Desk | null>
  onDesk: (desk: Desk) => void
  /** Lists of campaigns say something else now. */
  onChanged: () => void
}

/** What would change for everyone, what is in the way, and the one act that does it. */
export function PublishPart({ campaign, save, onDesk, onChanged }: Props) {
  const { said, language, number } = useEditorWords()
  const session = useSession()
  const { content, desk } = useEditing()
  const action = useAction()
  const [asking, setAsking] = useState(false)
  const [done, setDone] = useState(false)
  const words = said.publish
  const cards = useCards(campaign.id, desk.cards)
  const inTheWay = objections(content, desk, useMe().role)
  const changes = desk.published ? toldChanges(desk.published, content) : []
  const nothing = desk.published !== null && same(desk.published, content)

  /** It is published; its pictures follow, and are in nobody's way. */
  function show(next: Desk) {
    const before = desk.published
    onDesk(next)
    void cards.draw(next.published, (it) => staleCards(before, it, cards.there))
  }

  const publish = () =>
    action.run(async () => {
      const saved = await save()
      if (!saved) return setAsking(false)
      const parameters = { campaign: campaign.id }
      const next = await session.call(EDIT_ROUTES.publish, { parameters, body: { revision: saved.draft.revision } })
      show(next)
      setAsking(false)
      setDone(true)
    })

  return (
    <>
      {done && nothing && <PublishedNow campaign={campaign} onChanged={onChanged} />}
      {content.sample && <Notice tone="warn">{said.sampleReminder}</Notice>}
      {inTheWay.length > 0 && <InTheWay all={inTheWay} />}
      <OtherDays />
      <SameAddresses />
      {!(done && nothing) && <WhereShown campaign={campaign} />}
      {nothing && !done && <p>{words.same}</p>}
      {desk.published && changes.length > 0 && (
        <>
          <h3>{filled(formOf(language, changes.length, words.changes), { n: number(changes.length) })}</h3>
          <Changes before={desk.published} after={content} />
        </>
      )}
      {action.error !== null && <Failure error={action.error} />}
      {!nothing && inTheWay.length === 0 && !asking && (
        <div class="console-actions">
          <Button onClick={() => setAsking(true)}>{words.button}</Button>
        </div>
      )}
      {asking && inTheWay.length === 0 && (
        <Sure
          question={words.sure}
          yes={words.yes}
          no={words.no}
          busy={action.busy ? words.busy : undefined}
          onYes={publish}
          onNo={() => setAsking(false)}
        >
          <p>{desk.published ? words.sureText : words.sureFirst}</p>
          {otherDays(content).length > 0 && <p>{words.sureOtherDays}</p>}
        </Sure>
      )}
      <SharedPictures cards={cards} />
      <Versions campaign={campaign.id} onDesk={show} />
      {desk.published && (
        <section class="stack" aria-labelledby="edit-take-down">
          <h3 id="edit-take-down">{words.takeDown}</h3>
          <p>{words.takeDownText}</p>
        </section>
      )}
    </>
  )
}

/** Each thing that is missing, with the way to it. */
function InTheWay({ all }: { all: readonly Objection[] }) {
  const { said, words } = useEditorWords()
  const { content } = useEditing()
  const sayWhy = (it: Objection) => {
    if (it.why === 'edited-consent') return filled(said.publish.editedConsent, { id: it.id ?? '' })
    if (it.why === 'admin-date') return said.publish.adminDate
    return it.why === 'promised' ? said.publish.promised : said.problems[it.why]
  }
  const where = (it: Objection) => {
    const language = 'language' in it && it.language ? `/${it.language}` : ''
    return placeWords(it.path + language, said, content)
  }
  return (
    <Notice tone="warn" title={said.publish.problems}>
      <ul>
        {all.map((it) => {
          const noCase = it.path === 'petitions' && it.why === 'missing'
          return (
            <li key={`${it.path} ${it.why} ${'language' in it ? it.language : ''}`}>
              <a href={hrefOf({ screen: 'edit', campaign: content.id, part: partOf(it.path) })}>
                {noCase ? said.case[content.petitions.length === 0 ? 'none' : 'allDrafts'] : where(it)}
              </a>
              {!noCase && `${words.colon}${sayWhy(it)}`}
            </li>
          )
        })}
      </ul>
      <p>{said.publish.whenSettled}</p>
    </Notice>
  )
}
