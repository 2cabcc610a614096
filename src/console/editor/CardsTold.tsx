import { formOf } from '../../i18n/counting.ts'
import { filled } from '../../i18n/filled.ts'
import { Notice } from '../../ui/Notice.tsx'
import { useEditorWords } from './editor-context.ts'
import type { Cards } from './use-cards.ts'

/** How far the drawing of cards is, and how many did not come of it. */
export function CardsTold({ cards: { progress, failed } }: { cards: Cards }) {
  const { said, language, number } = useEditorWords()
  const words = said.shared
  return (
    <>
      <p role="status" class={progress ? 'muted' : 'unseen'}>
        {progress && filled(words.drawing, { n: number(progress.done + 1), all: number(progress.all) })}
      </p>
      {failed > 0 && !progress && (
        <Notice
          tone="warn"
          announce="polite"
          title={filled(formOf(language, failed, words.failed), { n: number(failed) })}
        >
          {words.failedText}
        </Notice>
      )}
    </>
  )
}
