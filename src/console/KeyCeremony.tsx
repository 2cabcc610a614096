import { useEffect, useState } from 'preact/hooks'
import { filled } from '../i18n/filled.ts'
import { useSay } from '../i18n/language.tsx'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useConsoleWords } from './console-context.ts'
import { FileStep } from './FileStep.tsx'
import { Heading } from './Heading.tsx'
import { type Made, makeKeyFile } from './key-maker.ts'
import { PhraseStep } from './PhraseStep.tsx'
import { ProofStep } from './ProofStep.tsx'
import { useLeaveGuard } from './place.ts'
import { RecoverySheet } from './RecoverySheet.tsx'
import type { CampaignSummary } from './use-campaigns.ts'

type Step =
  | { at: 'before' }
  | { at: 'phrase' }
  | { at: 'file'; phrase: string }
  | { at: 'proof'; phrase: string; made: Made }
  | { at: 'done'; phrase: string; made: Made }

const NUMBER: Partial<Record<Step['at'], string>> = { phrase: '1', file: '2', proof: '3' }

interface Props {
  campaign: CampaignSummary
  onPublished: (campaign: CampaignSummary) => void
}

/** The key ceremony, step by step (design §4 Keys). Nothing of it is kept anywhere if it is left half-way. */
export function KeyCeremony({ campaign, onPublished }: Props) {
  const { words } = useConsoleWords()
  const [step, setStep] = useState<Step>({ at: 'before' })
  const said = words.key
  const name = useSay()(campaign.name)
  const underWay = step.at !== 'before' && step.at !== 'done'
  useLeaveGuard(underWay ? said.leave : null)
  const number = NUMBER[step.at]

  return (
    <>
      <div class="console-form stack unprinted">
        {number && <p class="eyebrow">{`${name} · ${filled(said.step, { n: number })}`}</p>}
        {step.at === 'before' && (
          <Before name={name} sample={campaign.sample} onStart={() => setStep({ at: 'phrase' })} />
        )}
        {step.at === 'phrase' && <PhraseStep onPhrase={(phrase) => setStep({ at: 'file', phrase })} />}
        {step.at === 'file' && (
          <FileStep
            make={() => makeKeyFile(campaign.id, step.phrase, said.file.name)}
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
          />
        )}
        {step.at === 'done' && <Done />}
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
            <ButtonLink kind="quiet" href="#">
              {said.done.home}
            </ButtonLink>
          </div>
        </>
      )}
    </>
  )
}

function Before({ name, sample, onStart }: { name: string; sample: boolean; onStart: () => void }) {
  const { words } = useConsoleWords()
  const said = words.key.before
  return (
    <>
      <Heading>{words.key.title}</Heading>
      <p>{filled(said.lead, { name })}</p>
      <ol class="console-steps">
        {said.steps.map((it) => (
          <li key={it}>{it}</li>
        ))}
      </ol>
      {sample && <Notice tone="warn">{said.sample}</Notice>}
      <Notice tone="warn">{said.need}</Notice>
      <Button onClick={onStart}>{said.start}</Button>
    </>
  )
}

function Done() {
  const { words } = useConsoleWords()
  const said = words.key.done
  useEffect(() => scrollTo(0, 0), [])
  return (
    <>
      <Heading>{said.title}</Heading>
      <p>{said.lead}</p>
      <ul class="console-steps">
        {said.keep.map((it) => (
          <li key={it}>{it}</li>
        ))}
      </ul>
    </>
  )
}
