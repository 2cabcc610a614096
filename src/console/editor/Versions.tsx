import { useState } from 'preact/hooks'
import type { CampaignContent } from '../../../protocol/campaign.ts'
import { type Desk, EDIT_ROUTES, type Version } from '../../../protocol/edit-routes.ts'
import { moment } from '../../i18n/counting.ts'
import { filled } from '../../i18n/filled.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Pill } from '../../ui/Pill.tsx'
import { useMe, useSession } from '../console-context.ts'
import { Failure } from '../Failure.tsx'
import { Sure } from '../Sure.tsx'
import { useAction } from '../use-action.ts'
import { Changes } from './Changes.tsx'
import { useEditing, useEditorWords } from './editor-context.ts'
import { adminDatesAgain } from './objections.ts'

interface Props {
  campaign: string
  onDesk: (desk: Desk) => void
}

/** Everything that was ever published, and the way back to it. */
export function Versions({ campaign, onDesk }: Props) {
  const { said, language } = useEditorWords()
  const session = useSession()
  const { desk } = useEditing()
  const { role } = useMe()
  const action = useAction()
  const [asked, setAsked] = useState<{ version: number; content: CampaignContent } | null>(null)
  const [done, setDone] = useState<number | null>(null)
  const words = said.publish
  const [newest, before] = desk.versions
  if (!newest) return null

  const parameters = (version: number) => ({ campaign, version: String(version) })
  const ask = (version: number) =>
    action.run(async () => {
      const content = await session.call(EDIT_ROUTES.version, { parameters: parameters(version) })
      setAsked({ version, content })
    })
  const goBack = (version: number) =>
    action.run(async () => {
      const body = { newest: newest.version }
      onDesk(await session.call(EDIT_ROUTES.again, { parameters: parameters(version), body }))
      setAsked(null)
      setDone(version)
    })
  const told = (it: Version) => {
    const when = moment(language, Date.parse(it.publishedAt))
    return it.publishedBy === null ? filled(words.fromFile, { when }) : filled(words.by, { when, who: it.publishedBy })
  }

  return (
    <section class="stack" aria-labelledby="edit-versions">
      <h3 id="edit-versions">{words.versions}</h3>
      {done !== null && newest.again === done && !asked && (
        <Notice tone="ok" title={filled(words.againDone, { n: String(done) })} announce="polite">
          {words.againKept}
        </Notice>
      )}
      {before && !asked && (
        <Button kind="quiet" onClick={() => ask(before.version)}>
          {filled(newest.again === null ? words.undo : words.backTo, { n: String(before.version) })}
        </Button>
      )}
      {asked && adminDatesAgain(asked.content, desk, role).length > 0 && (
        <Notice tone="warn" announce="polite">
          <p>{filled(words.againAdmin, { n: String(asked.version) })}</p>
          <Button kind="link" onClick={() => setAsked(null)}>
            {words.againNo}
          </Button>
        </Notice>
      )}
      {asked && desk.published && adminDatesAgain(asked.content, desk, role).length === 0 && (
        <Sure
          question={filled(words.againSure, { n: String(asked.version) })}
          yes={words.againYes}
          no={words.againNo}
          busy={action.busy ? words.busy : undefined}
          onYes={() => goBack(asked.version)}
          onNo={() => setAsked(null)}
        >
          <Changes before={desk.published} after={asked.content} />
          <p>{words.againKeeps}</p>
        </Sure>
      )}
      {action.error !== null && <Failure error={action.error} />}
      <ol class="plain edit-versions">
        {desk.versions.map((it) => (
          <li key={it.version} class="row between">
            <div>
              <p>
                {filled(words.version, { n: String(it.version) })} {it === newest && <Pill tone="ok">{words.now}</Pill>}
              </p>
              <p class="small muted">
                {told(it)}
                {it.again !== null && ` · ${filled(words.againOf, { n: String(it.again) })}`}
              </p>
            </div>
            {it !== newest && (
              <Button kind="link" onClick={() => ask(it.version)}>
                {words.again}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
