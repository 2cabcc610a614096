import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../../ui/Button.tsx'
import { useEditing, useEditorWords } from './editor-context.ts'

interface Props {
  /** Where the list stands. */
  path: string
  label: string
  /** Whose they are, where a screen has two such lists. */
  of?: string
  /** A new thing, and the button that adds it. */
  blank: () => unknown
  add: string
  max: number
  /** New things come first: news are read from the top. */
  newestFirst?: boolean
  children: (path: string) => ComponentChildren
}

/** Things in an order: one can be added, moved, taken away, and brought back. */
export function ItemList({ path, label, of, blank, add, max, newestFirst, children }: Props) {
  const { said } = useEditorWords()
  const { at, put } = useEditing()
  const items = (at(path) as unknown[] | undefined) ?? []
  const [gone, setGone] = useState<{ item: unknown; n: number } | null>(null)
  const insert = (item: unknown, n: number) => put(path, [...items.slice(0, n), item, ...items.slice(n)])

  function move(n: number, by: 1 | -1) {
    const next = [...items]
    const [item] = next.splice(n, 1)
    next.splice(n + by, 0, item)
    put(path, next)
  }

  function remove(n: number) {
    setGone({ item: items[n], n })
    put(
      path,
      items.filter((_, other) => other !== n),
    )
  }

  const addButton = items.length < max && (
    <Button kind="quiet" onClick={() => insert(blank(), newestFirst ? 0 : items.length)}>
      {add}
    </Button>
  )

  return (
    <section class="stack" aria-label={of ? `${label} · ${of}` : label}>
      <h3>{label}</h3>
      {newestFirst && addButton}
      <ol class="plain stack">
        {items.map((_, n) => (
          <li key={n} class="edit-item stack">
            {children(`${path}/${n}`)}
            <div class="row edit-item-buttons">
              {n > 0 && (
                <Button kind="link" onClick={() => move(n, -1)}>
                  {said.list.up}
                </Button>
              )}
              {n < items.length - 1 && (
                <Button kind="link" onClick={() => move(n, 1)}>
                  {said.list.down}
                </Button>
              )}
              <Button kind="link" onClick={() => remove(n)}>
                {said.list.remove}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      {gone && (
        <p role="status" class="row">
          {said.list.removed}
          <Button
            kind="link"
            onClick={() => {
              insert(gone.item, Math.min(gone.n, items.length))
              setGone(null)
            }}
          >
            {said.list.undo}
          </Button>
        </p>
      )}
      {!newestFirst && addButton}
    </section>
  )
}
