import { useState } from 'preact/hooks'
import { filled } from '../i18n/filled.ts'
import { useSay } from '../i18n/language.tsx'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useConsoleWords } from './console-context.ts'
import { FileStep } from './FileStep.tsx'
import { Heading } from './Heading.tsx'
import { checkKeyFile, closeAgain, type Made, type OpenedOnce } from './key-maker.ts'
import { PhraseStep } from './PhraseStep.tsx'
import { ProofStep } from './ProofStep.tsx'
import { useLeaveGuard } from './place.ts'
import { RecoverySheet } from './RecoverySheet.tsx'
import { useTeamWords } from './team/use-team-words.ts'
import { Unlock } from './Unlock.tsx'
import type { CampaignSummary } from './use-campaigns.ts'

type Step =
  | { at: 'open' }
  | { at: 'phrase'; opened: OpenedOnce }
  | { at: 'file'; opened: OpenedOnce; phrase: string }
  | { at: 'proof'; phrase: string; made: Made }
  | { at: 'done'; phrase: string; made: Made }

interface Props {
  /** `renew`: one sealing key more, published · `copy`: the same keys under another phrase, for a colleague. */
  kind: 'renew' | 'copy'
  campaign: CampaignSummary
  onPublished: (campaign: CampaignSummary) => void
  onBack: () => void
}

/** From a key file to the next one: opened with its phrase, closed with another, and opened again before it counts. */
export function KeyAgain({ kind, campaign, onPublished, onBack }: Props) {
  const { words } = useConsoleWords()
  const { said } = useTeamWords()
  const say = useSay()
  const [step, setStep] = useState<Step>({ at: 'open' })
  const { root, sealingKey } = campaign
  // The keys as they were when this began: publishing changes the campaign.
  const [keys] = useState(root && sealingKey ? { root, sealingKey } : null)
  const own = said[kind]
  useLeaveGuard(step.at === 'open' || step.at === 'done' ? null : words.key.leave)
  if (!keys) return null
  return (
    <>
      <div class="console-form stack unprinted">
        <p class="eyebrow">{say(campaign.name)}</p>
        {step.at === 'open' && (
          <>
            <Heading>{own.title}</Heading>
            {own.lead.map((it) => (
              <p key={it}>{it}</p>
            ))}
            <Unlock
              root={keys.root}
              onUnlock={async (closed) => {
                const opened = { ...closed, campaign: campaign.id }
                await checkKeyFile(opened)
                setStep({ at: 'phrase', opened })
              }}
            />
            <Button kind="link" onClick={onBack}>
              {said.keys.back}
            </Button>
          </>
        )}
        {step.at === 'phrase' && (
          <>
            <Notice>{own.phrase}</Notice>
            <PhraseStep onPhrase={(phrase) => setStep({ at: 'file', opened: step.opened, phrase })} />
          </>
        )}
        {step.at === 'file' && (
          <FileStep
            make={() => closeAgain(step.opened, keys, step.phrase, kind === 'renew', words.key.file.name)}
            onSaved={(made) => setStep({ at: 'proof', phrase: step.phrase, made })}
          />
        )}
        {step.at === 'proof' && (
          <ProofStep
            campaign={campaign.id}
            phrase={step.phrase}
            made={step.made}
            onPublished={(published) => {
              setStep({ ...step, at: 'done' })
              onPublished(published)
            }}
            {...(kind === 'copy' ? { onProven: () => setStep({ ...step, at: 'done' }) } : {})}
          />
        )}
        {step.at === 'done' && (
          <>
            <Heading>{own.done}</Heading>
            <p class="console-code">{step.made.fileName}</p>
            {own.after.map((it) => (
              <p key={it}>{filled(it, { n: String(step.made.keys.sealingKey.serial) })}</p>
            ))}
          </>
        )}
      </div>
      {step.at === 'done' && (
        <>
          <RecoverySheet
            campaign={campaign}
            root={step.made.keys.root}
            made={step.made.keys.sealingKey.validFrom}
            file={step.made.fileName}
            phrase={step.phrase}
          />
          <div class="console-form console-print unprinted">
            <ButtonLink kind="quiet" href="#team">
              {said.nav.team}
            </ButtonLink>
          </div>
        </>
      )}
    </>
  )
}
