import type { ComponentChildren } from 'preact'
import { pathIn } from '../i18n/languages.ts'
import { useConsoleWords } from './console-context.ts'
import type { CampaignSummary } from './use-campaigns.ts'

interface Props {
  /** Of the page, in no language: `/`, `/p/joel-paredes`. */
  path?: string
  children?: ComponentChildren
}

/** To what everyone reads, beside the console and not in its place. */
export function PublicLink({ path = '/', children }: Props) {
  const { words, language } = useConsoleWords()
  return (
    <a href={pathIn(language, path)} target="_blank" rel="noopener">
      {children ?? words.publicPage.see}
      <span class="unseen"> {words.publicPage.newTab}</span>
    </a>
  )
}

/** The cases that have a page: of the campaign that is shown, all but drafts. */
export const hasPage = ({ shown }: CampaignSummary, { state }: CampaignSummary['petitions'][number]): boolean =>
  shown && state !== 'draft'
