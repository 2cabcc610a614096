import type { CampaignContent } from '../../../protocol/campaign.ts'
import { useEditorWords } from './editor-context.ts'
import { changedPart, placeWords, valueWords } from './labels.ts'
import { toldChanges } from './told-changes.ts'

interface Props {
  before: CampaignContent
  after: CampaignContent
}

/** What everyone will see change, as a plain list: what stands there now, and what will. */
export function Changes({ before, after }: Props) {
  const { said } = useEditorWords()
  return (
    <ul class="plain changes">
      {toldChanges(before, after).map((it) => {
        const texts = typeof it.before === 'string' && typeof it.after === 'string'
        const [was, is] = texts ? changedPart(it.before as string, it.after as string) : [it.before, it.after]
        return (
          <li key={it.path}>
            <p class="changes-place">{placeWords(it.path, said, after, before)}</p>
            <p>
              <del>{valueWords(it.path, was, said)}</del>
            </p>
            <p>
              <ins>{valueWords(it.path, is, said)}</ins>
            </p>
          </li>
        )
      })}
    </ul>
  )
}
