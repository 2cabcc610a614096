import { useMemo, useState } from 'preact/hooks'
import type { CampaignContent } from '../../../protocol/campaign.ts'
import type { Desk } from '../../../protocol/edit-routes.ts'
import { moment } from '../../i18n/counting.ts'
import { filled } from '../../i18n/filled.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Heading } from '../Heading.tsx'
import { clashes, merged } from './differences.ts'
import { useEditorWords } from './editor-context.ts'
import { placeWords, valueWords } from './labels.ts'

interface Props {
  /** What both began with. */
  base: CampaignContent
  theirs: Desk
  mine: CampaignContent
  onSettle: (content: CampaignContent) => void
}

/** Two versions that were written at once, side by side: nothing is taken or lost before somebody has chosen. */
export function ClashPart({ base, theirs, mine, onSettle }: Props) {
  const { said, language } = useEditorWords()
  const words = said.clash
  const all = useMemo(() => clashes(base, theirs.draft.content, mine), [base, theirs, mine])
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(all.filter((it) => it.by === 'them').map((it) => it.path)),
  )
  const who = theirs.draft.savedBy ?? said.someone
  const when = theirs.draft.savedAt ? moment(language, Date.parse(theirs.draft.savedAt)) : ''
  function choose(path: string, their: boolean) {
    const next = new Set(chosen)
    if (their) next.add(path)
    else next.delete(path)
    setChosen(next)
  }
  return (
    <div class="stack">
      <Heading>{filled(words.title, { who })}</Heading>
      <Notice tone="warn">{filled(words.lead, { when })}</Notice>
      {all.length === 0 && <p>{words.alike}</p>}
      <ul class="plain stack">
        {all.map((it, n) => (
          <li key={it.path} class="edit-item stack">
            <p class="changes-place">{placeWords(it.path, said, mine, theirs.draft.content)}</p>
            <p class="small muted">{words[it.by]}</p>
            <div class="clash-pair">
              <div>
                <p class="small muted">{words.theirs}</p>
                <p class="clash-text">{valueWords(it.path, it.theirs, said)}</p>
              </div>
              <div>
                <p class="small muted">{words.mine}</p>
                <p class="clash-text">{valueWords(it.path, it.mine, said)}</p>
              </div>
            </div>
            {!it.path.endsWith('/order') && (
              <Choice
                name={`clash-${n}`}
                legend={<span class="small">{placeWords(it.path, said, mine, theirs.draft.content)}</span>}
                options={[
                  { value: 'theirs', label: words.theirs },
                  { value: 'mine', label: words.mine },
                ]}
                value={chosen.has(it.path) ? 'theirs' : 'mine'}
                onChange={(value) => choose(it.path, value === 'theirs')}
              />
            )}
          </li>
        ))}
      </ul>
      <div class="console-actions stack">
        <Button onClick={() => onSettle(merged(mine, all, chosen))}>{words.save}</Button>
        <Button kind="link" onClick={() => onSettle(theirs.draft.content)}>
          {words.allTheirs}
        </Button>
      </div>
    </div>
  )
}
