import type { CampaignContent } from '../../../protocol/campaign.ts'
import { differences } from './differences.ts'
import { useEditorWords } from './editor-context.ts'
import { placeWords, valueWords } from './labels.ts'

interface Props {
  before: CampaignContent
  after: CampaignContent
}

/** What everyone will see change, as a plain list: what stands there now, and what will. */
export function Changes({ before, after }: Props) {
  const { said } = useEditorWords()
  return (
    <ul class="plain changes">
      {differences(before, after).map((it) => (
        <li key={it.path}>
          <p class="changes-place">{placeWords(it.path, said, after, before)}</p>
          <p>
            <del>{valueWords(it.path, it.before, said)}</del>
          </p>
          <p>
            <ins>{valueWords(it.path, it.after, said)}</ins>
          </p>
        </li>
      ))}
    </ul>
  )
}
