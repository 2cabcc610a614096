import { useEffect, useRef, useState } from 'preact/hooks'
import { DUMP_ENDING } from '../../../protocol/sealed-dump.ts'
import { filled } from '../../i18n/filled.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useSession } from '../console-context.ts'
import { Failure } from '../Failure.tsx'
import { localDate } from '../key-names.ts'
import { hrefOf } from '../place.ts'
import { useAction } from '../use-action.ts'
import type { CampaignSummary } from '../use-campaigns.ts'
import { SaveDecisions } from './SaveDecisions.tsx'
import { dumpBlob } from './save-dump.ts'
import { useStationWords } from './use-station-words.ts'

interface Doing {
  done: number
  stalled: boolean
}

/** A copy of what came in, still sealed, for a computer that is never online. It needs no key. */
export function SaveDump({ campaign }: { campaign: CampaignSummary }) {
  const { said, words, number } = useStationWords()
  const session = useSession()
  const action = useAction()
  const [doing, setDoing] = useState<Doing | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const cancel = useRef<AbortController | null>(null)
  useEffect(() => () => cancel.current?.abort(), [])
  const change = (to: Partial<Doing>) => setDoing((was) => was && { ...was, ...to })

  const save = () =>
    action.run(async () => {
      cancel.current = new AbortController()
      const now = new Date()
      setSaved(null)
      setDoing({ done: 0, stalled: false })
      try {
        const blob = await dumpBlob(session, campaign.id, {
          savedAt: now.toISOString(),
          signal: cancel.current.signal,
          onStall: (error) => change({ stalled: error !== null }),
          onProgress: (done) => change({ done }),
        })
        const name = `paraphe-${campaign.id}-${localDate(now)}${DUMP_ENDING}`
        saveFile(name, [blob], 'text/plain')
        setSaved(name)
      } finally {
        setDoing(null)
      }
    })

  if (campaign.envelopes === 0) return null
  return (
    <section class="console-form stack" aria-labelledby="save-dump">
      <h2 id="save-dump">{said.saveTitle}</h2>
      <p>{said.saveLead}</p>
      {action.error !== null && <Failure error={action.error} />}
      {doing && (
        <>
          <Progress
            id="saving-dump"
            label={said.saving}
            words={filled(words.open.progress, {
              done: number(doing.done),
              total: number(Math.max(doing.done, campaign.envelopes)),
            })}
            value={doing.done}
            max={Math.max(doing.done, campaign.envelopes)}
          />
          {doing.stalled && (
            <Notice tone="warn" announce="polite">
              {said.stalled}
            </Notice>
          )}
          <Button kind="link" onClick={() => cancel.current?.abort()}>
            {words.open.cancel}
          </Button>
        </>
      )}
      {saved && (
        <Notice tone="ok" announce="polite">
          {filled(said.saved, { file: saved })}
        </Notice>
      )}
      {!doing && (
        <div class="row">
          <Button kind="quiet" onClick={save}>
            {said.save}
          </Button>
          <a class="button link" href={hrefOf({ screen: 'station' })}>
            {said.toStation}
          </a>
        </div>
      )}
      {!doing && (
        <div>
          <p class="small muted">{said.decisionsLead}</p>
          <SaveDecisions campaign={campaign.id} />
        </div>
      )}
    </section>
  )
}
