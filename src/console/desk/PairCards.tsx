import type { Pair } from '../review/room.ts'
import { ActCard } from './ActCard.tsx'
import { useReviewWords } from './use-review-words.ts'

/** A signature beside everything that it is compared with. */
export function PairCards({ pair: { act, other, alike } }: { pair: Pair }) {
  const { said, words, counted } = useReviewWords()
  const text = said.queue
  const more = alike.total - alike.items.length
  return (
    <>
      <div class="desk-cards">
        <article class="tile desk-card now" aria-labelledby="desk-this">
          <h3 id="desk-this">{text.this}</h3>
          <ActCard act={act} beside={other ?? alike.items[0]?.act ?? null} />
        </article>
        {other && (
          <article class="tile desk-card" aria-labelledby="desk-other">
            <h3 id="desk-other">{text.other}</h3>
            <ActCard act={other} beside={act} />
          </article>
        )}
        {alike.items.map((it) => (
          <article key={it.act.head.id} class="tile desk-card" aria-labelledby={`desk-${it.act.head.id}`}>
            <h3 id={`desk-${it.act.head.id}`}>{text.alike + words.colon + said.standingOne[it.standing]}</h3>
            <ActCard act={it.act} beside={act} />
          </article>
        ))}
        {!other && alike.total === 0 && <p class="tile desk-card muted">{text.alone}</p>}
      </div>
      {more > 0 && <p class="muted">{counted(text.alikeMore, more)}</p>}
    </>
  )
}
