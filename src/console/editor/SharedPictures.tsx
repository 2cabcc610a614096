import { formOf } from '../../i18n/counting.ts'
import { filled } from '../../i18n/filled.ts'
import { Button } from '../../ui/Button.tsx'
import { CardsTold } from './CardsTold.tsx'
import { cardLanguages, cardsOf } from './cards.ts'
import { useEditing, useEditorWords } from './editor-context.ts'
import type { Cards } from './use-cards.ts'

/** What a link shows where it is shared, and the way to have it drawn again. */
export function SharedPictures({ cards }: { cards: Cards }) {
  const { said, language, number } = useEditorWords()
  const { desk } = useEditing()
  const words = said.shared
  const { published } = desk
  if (!published) return null
  const { progress, failed, there } = cards
  const pages = [
    { id: '', name: said.preview.home },
    ...published.petitions
      .filter((it) => it.state !== 'draft')
      .map((it) => ({ id: it.id, name: it.person || said.case.unnamed })),
  ]
  const all = pages.flatMap(({ id, name }) =>
    cardLanguages(published).flatMap((spoken) => {
      const address = there[id]?.[spoken]
      return address ? [{ address, name: `${name} · ${said.languages[spoken]}` }] : []
    }),
  )
  const again = () => void cards.draw(published, cardsOf)
  return (
    <section class="stack" aria-labelledby="edit-shared">
      <h3 id="edit-shared">{words.title}</h3>
      <p class="muted">{words.lead}</p>
      <CardsTold cards={cards} />
      {all.length > 0 && (
        <details class="edit-cards">
          <summary>{filled(formOf(language, all.length, words.show), { n: number(all.length) })}</summary>
          <ul class="plain">
            {all.map((it) => (
              <li key={it.name}>
                <figure>
                  <img src={it.address} width={1200} height={630} alt="" loading="lazy" />
                  <figcaption class="small">{it.name}</figcaption>
                </figure>
              </li>
            ))}
          </ul>
        </details>
      )}
      {!progress && (
        <div>
          <Button kind={failed > 0 ? 'quiet' : 'link'} onClick={again}>
            {words.again}
          </Button>
        </div>
      )}
    </section>
  )
}
