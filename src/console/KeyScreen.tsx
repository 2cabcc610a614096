import { useState } from 'preact/hooks'
import { filled } from '../i18n/filled.ts'
import { useConsoleWords } from './console-context.ts'
import { Heading } from './Heading.tsx'
import { KeyCeremony } from './KeyCeremony.tsx'
import { OffTablet } from './OffTablet.tsx'
import { RecoverySheet } from './RecoverySheet.tsx'
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
  if (!ceremony) return <KeyState campaign={campaign} />
  return (
    <OffTablet>
      <KeyCeremony campaign={campaign} onPublished={onPublished} />
    </OffTablet>
  )
}

function KeyState({ campaign }: { campaign: CampaignSummary }) {
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
      </div>
      <RecoverySheet campaign={campaign} root={campaign.root} made={key.validFrom} file={null} phrase={null} />
    </>
  )
}
