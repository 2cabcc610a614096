import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { CampaignContent } from '../../../protocol/campaign.ts'
import type { ContentProblem } from '../../../protocol/content-rules.ts'
import type { Desk } from '../../../protocol/edit-routes.ts'
import { editorWords } from '../../i18n/console-editor.ts'
import { useConsoleWords } from '../console-context.ts'
import type { CampaignSummary } from '../use-campaigns.ts'
import { valueAt, withValue } from './content-path.ts'

/** The draft that is on the screen, and what every part of the editor does with it. */
export interface Editing {
  content: CampaignContent
  desk: Desk
  problems: readonly ContentProblem[]
  /** Every campaign of this server, this one included. */
  campaigns: readonly CampaignSummary[]
  change: (next: (content: CampaignContent) => CampaignContent) => void
}

export const EditingContext = createContext<Editing | null>(null)

export function useEditing() {
  const editing = useContext(EditingContext)
  if (!editing) throw new Error('no editor around this part')
  const { content, problems, change } = editing
  return {
    ...editing,
    at: (path: string): unknown => valueAt(content, path),
    put: (path: string, value: unknown) => change((it) => withValue(it, path, value)),
    /** What is wrong at a path, in one language or in none. */
    wrongAt: (path: string, language?: string) =>
      problems.find((it) => it.path === path && (language === undefined || it.language === language)),
  }
}

export const useEditorWords = () => {
  const all = useConsoleWords()
  return { ...all, said: editorWords[all.language] }
}
