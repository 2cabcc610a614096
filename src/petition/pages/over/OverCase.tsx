// A case that takes no more signatures: what became of it comes first, and others that still wait come last. Its code and words
// come when such a case is opened; until then its story stands there without them.
import type { Petition } from '../../../../protocol/petition.ts'
import { isOpen, isOver, signable } from '../../../../protocol/reading.ts'
import { day, formOf, number } from '../../../i18n/counting.ts'
import { filled } from '../../../i18n/filled.ts'
import { useLanguage, useSay, useWords } from '../../../i18n/language.tsx'
import { overWords } from '../../../i18n/over.ts'
import { ButtonLink } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { OverProps } from '../islands.ts'
import { homePath } from '../place.ts'
import { Paragraphs } from '../Text.tsx'

export function OverCase({ Page, Card, ...props }: OverProps) {
  const { campaign, petition, counts } = props
  const say = useSay()
  const { asked } = useWords(overWords)
  const [newest, ...older] = petition.updates
  const won = petition.state === 'won' && newest
  return (
    <Page
      {...props}
      over={{
        asked,
        notice: won ? <Won news={won} /> : <Over petition={petition} ended={campaign.ended === true} />,
        title: won ? `${petition.person} · ${say(won.title)}` : say(petition.title),
        updates: won ? older : petition.updates,
        others: <Others campaign={campaign} counts={counts} Card={Card} />,
      }}
    />
  )
}

/** What was won is the newest of the news: it stands here, and not among them. */
function Won({ news }: { news: Petition['updates'][number] }) {
  const language = useLanguage()
  const say = useSay()
  const { won } = useWords(overWords)
  return (
    <Notice tone="ok" title={say(news.title)}>
      <p class="small">
        <time dateTime={news.date}>{day(language, news.date)}</time>
      </p>
      <Paragraphs text={news.text} />
      <p>{won.text}</p>
    </Notice>
  )
}

function Over({ petition, ended }: { petition: Petition; ended: boolean }) {
  const language = useLanguage()
  const say = useSay()
  const words = useWords(overWords)
  const { state, delivered } = petition
  if (!isOver(state)) return null
  const { title, text } = words[state]
  return (
    <Notice tone={state === 'won' ? 'ok' : 'info'} title={title}>
      <p>{state === 'closed' && ended ? words.closedForGood : text}</p>
      {state !== 'won' && delivered && (
        <p>
          {filled(words.deliveredOn, { day: day(language, delivered.date), to: say(delivered.to) })}
          {delivered.signatures &&
            ` · ${number(language, delivered.signatures)} ${formOf(language, delivered.signatures, words.handedOver)}`}
        </p>
      )}
    </Notice>
  )
}

function Others({ campaign, counts, Card }: Pick<OverProps, 'campaign' | 'counts' | 'Card'>) {
  const language = useLanguage()
  const words = useWords(overWords)
  const open = campaign.petitions.filter((it) => isOpen(it.state))
  if (open.length === 0)
    return (
      <p class="case-text">
        <ButtonLink kind="quiet" href={homePath(language)}>
          {words.allCases}
        </ButtonLink>
      </p>
    )
  const canSign = signable(campaign).length > 0
  return (
    <section class="case-text stack" aria-labelledby="waiting">
      <h2 id="waiting" class="section-title">
        {canSign ? words.stillWaiting : words.others}
      </h2>
      <ul class="plain cards">
        {open.map((it) => (
          <Card key={it.id} petition={it} count={counts[it.id] ?? 0} early={!campaign.sealingKey} />
        ))}
      </ul>
    </section>
  )
}
