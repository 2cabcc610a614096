import { useState } from 'preact/hooks'
import { filled } from '../i18n/filled.ts'
import { Button } from '../ui/Button.tsx'
import { useConsoleWords } from './console-context.ts'
import { Heading } from './Heading.tsx'
import { KeyAgain } from './KeyAgain.tsx'
import { KeyCeremony } from './KeyCeremony.tsx'
import { OffTablet } from './OffTablet.tsx'
import { RecoverySheet } from './RecoverySheet.tsx'
import { useTeamWords } from './team/use-team-words.ts'
import type { CampaignSummary } from './use-campaigns.ts'
import { useFingerprint } from './use-fingerprint.ts'

interface Props {
  campaign: CampaignSummary
  onPublished: (campaign: CampaignSummary) => void
}

/** The key ceremony while the campaign has no key; afterwards, what can be known of its key. */
export function KeyScreen({ campaign, onPublished }: Props) {
  // A ceremony that has begun here stays to its last screen, also when the campaign has its key by then.
  const [ceremony] = useState(campaign.sealingKey === null)
  const [again, setAgain] = useState<'renew' | 'copy' | null>(null)
  if (!ceremony && again === null) return <KeyState campaign={campaign} onAgain={setAgain} />
  if (again !== null)
    return (
      <OffTablet>
        <KeyAgain kind={again} campaign={campaign} onPublished={onPublished} onBack={() => setAgain(null)} />
      </OffTablet>
    )
  return (
    <OffTablet>
      <KeyCeremony campaign={campaign} onPublished={onPublished} />
    </OffTablet>
  )
}

interface StateProps {
  campaign: CampaignSummary
  onAgain: (kind: 'renew' | 'copy') => void
}

function KeyState({ campaign, onAgain }: StateProps) {
  const { said: team } = useTeamWords()
  const { words, dayOf } = useConsoleWords()
  const said = words.key.state
  const print = useFingerprint(campaign.root)
  const key = campaign.sealingKey
  if (!key || !campaign.root) return null
  return (
    <>
      <div class="console-form stack unprinted">
        <Heading>{words.key.title}</Heading>
        <p>{filled(said.lead, { date: dayOf(key.validFrom) })}</p>
        <dl class="stack">
          <div>
            <dt class="eyebrow">{said.fingerprint}</dt>
            <dd class="console-code">{print}</dd>
            <dd class="small muted">{said.fingerprintHint}</dd>
          </div>
          <div>
            <dt class="eyebrow">{said.sealing}</dt>
            <dd class="console-code">{key.id.replace(/(.{4})(?=.)/g, '$1 ')}</dd>
          </div>
        </dl>
        <p>{said.private}</p>
        <h2>{team.keys.more}</h2>
        <p>{team.copy.short}</p>
        <Button kind="quiet" onClick={() => onAgain('copy')}>
          {team.copy.title}
        </Button>
        <p>{team.renew.short}</p>
        <Button kind="quiet" onClick={() => onAgain('renew')}>
          {team.renew.title}
        </Button>
        <details>
          <summary>{team.lost.title}</summary>
          <div class="stack">
            {team.lost.text.map((it) => (
              <p key={it}>{it}</p>
            ))}
          </div>
        </details>
      </div>
      <RecoverySheet campaign={campaign} root={campaign.root} made={key.validFrom} file={null} phrase={null} />
    </>
  )
}
