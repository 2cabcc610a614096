import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useEditing, useEditorWords } from './editor-context.ts'
import { useAddCase } from './use-add-case.ts'

/** Where nothing could be signed: the way to a first case, or why those that are there do not count. */
export function NoCase() {
  const { said } = useEditorWords()
  const { content, wrongAt } = useEditing()
  const add = useAddCase()
  if (wrongAt('petitions')?.why !== 'missing') return null
  const none = content.petitions.length === 0
  return (
    <Notice tone="warn" title={none ? said.case.none : said.case.allDrafts}>
      {none && (
        <Button kind="quiet" onClick={add}>
          {said.parts.newCase}
        </Button>
      )}
    </Notice>
  )
}
