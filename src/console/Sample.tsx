import { useState } from 'preact/hooks'
import { CONSOLE_ROUTES } from '../../protocol/console-routes.ts'
import { ServerRefusal } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useConsoleWords, useSession } from './console-context.ts'
import { Failure } from './Failure.tsx'
import { Heading } from './Heading.tsx'
import { useAction } from './use-action.ts'
import type { CampaignSummary, Campaigns, CampaignsState } from './use-campaigns.ts'

/** Marks the sample, and takes it away after a second question. */
export function SampleNotice({ campaign, list }: { campaign: CampaignSummary; list: CampaignsState }) {
  const { words } = useConsoleWords()
  const session = useSession()
  const action = useAction()
  const [asking, setAsking] = useState(false)
  const said = words.sample
  const refused = action.error instanceof ServerRefusal && action.error.reason === 'has-signatures'

  const remove = () =>
    action.run(async () => {
      await session.call(CONSOLE_ROUTES.removeSample, { parameters: { campaign: campaign.id } })
      list.take((list.campaigns ?? []).filter((it) => it.id !== campaign.id))
    })

  function keep() {
    setAsking(false)
    document.getElementById('remove-sample')?.focus()
  }

  return (
    <Notice title={said.title}>
      <p>{said.text}</p>
      <p>{campaign.envelopes > 0 || refused ? said.hasSignatures : said.removable}</p>
      {campaign.envelopes === 0 && !refused && (
        <Button id="remove-sample" kind="link" aria-expanded={asking} onClick={() => setAsking(!asking)}>
          {said.remove}
        </Button>
      )}
      {asking && !refused && (
        <>
          <Heading as="p">{said.sure}</Heading>
          <div class="row">
            <Button kind="quiet" onClick={remove} busy={action.busy ? said.removing : undefined}>
              {said.yes}
            </Button>
            <Button kind="link" onClick={keep}>
              {said.no}
            </Button>
          </div>
        </>
      )}
      {action.error !== null && !refused && <Failure error={action.error} />}
    </Notice>
  )
}

interface RestoreProps {
  /** It is the only thing to do here. */
  main: boolean
  onRestored: (campaigns: Campaigns) => void
}

export function RestoreSample({ main, onRestored }: RestoreProps) {
  const { words } = useConsoleWords()
  const session = useSession()
  const action = useAction()
  const said = words.sample
  return (
    <div class="console-actions stack">
      <Button
        kind={main ? 'main' : 'link'}
        busy={action.busy ? said.restoring : undefined}
        onClick={() => action.run(async () => onRestored(await session.call(CONSOLE_ROUTES.restoreSample)))}
      >
        {said.restore}
      </Button>
      {action.error !== null && <Failure error={action.error} />}
    </div>
  )
}
