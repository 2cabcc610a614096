import { useEffect, useState } from 'preact/hooks'
import type { Campaign } from '../../protocol/campaign.ts'
import { moment } from '../i18n/counting.ts'
import { filled } from '../i18n/filled.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { standWords } from '../i18n/stand.ts'
import type { Enrolled } from '../outbox/notes.ts'
import { localDay } from '../outbox/team-tally.ts'
import { storage } from '../outbox/this-device.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Heading } from './Heading.tsx'
import { lookAtTablet } from './look.ts'
import { type Findings, judge, mayOpen, overall, type Result } from './readiness.ts'
import { TeamPage } from './TeamPage.tsx'

interface Props {
  enrolled: Enrolled
  campaign: Campaign
  onDone: () => void
}

/** Whether this tablet is ready, with or without a network, and what to do where it is not. */
export function CheckScreen({ enrolled, campaign, onDone }: Props) {
  const words = useWords(standWords)
  const say = words.check
  const [found, setFound] = useState<Findings | null>(null)
  const [failed, setFailed] = useState(false)
  const [running, setRunning] = useState(true)
  const look = async () => {
    setRunning(true)
    setFailed(false)
    try {
      const now = await lookAtTablet(enrolled, campaign)
      const passed = mayOpen(judge(now))
      await storage.write((tx) => tx.putNote('checked', { at: now.now, day: localDay(new Date(now.now)), passed }))
      setFound(now)
    } catch (error) {
      console.error('check', error instanceof Error ? error.name : 'unknown')
      setFailed(true)
    }
    setRunning(false)
  }
  useEffect(() => void look(), [])
  const results = found && judge(found)
  const passed = results !== null && mayOpen(results) && !failed
  return (
    <TeamPage
      foot={
        <>
          {passed && <Button onClick={onDone}>{say.on}</Button>}
          <Button kind={passed ? 'quiet' : 'main'} busy={running ? say.running : undefined} onClick={look}>
            {say.again}
          </Button>
          {!passed && !running && (
            <Button kind="link" onClick={onDone}>
              {words.back}
            </Button>
          )}
        </>
      }
    >
      <Heading>{say.title}</Heading>
      {failed && (
        <Notice tone="bad" announce="now">
          {say.failed}
        </Notice>
      )}
      {results && found && !failed && (
        <>
          <Sum results={results} />
          {/* Safari takes the role from a list without marks. */}
          {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
          <ul class="plain team-checks" role="list">
            {results.map((result) => (
              <Line key={result.check} result={result} lastContact={found.lastContact} />
            ))}
          </ul>
        </>
      )}
    </TeamPage>
  )
}

/** Red is for what keeps the stand shut; what only should be done is said beside it. */
const TONE = { ok: 'ok', unsure: 'ok', bad: 'warn' } as const

function Sum({ results }: { results: readonly Result[] }) {
  const say = useWords(standWords).check
  const level = overall(results)
  const open = mayOpen(results)
  return (
    <Notice tone={open ? TONE[level] : 'bad'} announce="polite">
      {!open ? say.blocked : level === 'bad' ? say.warns : level === 'unsure' ? say.unsure : say.ready}
    </Notice>
  )
}

/** What only a server can tell. */
const ASKS_SERVER: readonly string[] = ['root', 'clock']

function Line({ result, lastContact }: { result: Result; lastContact: number | null }) {
  const say = useWords(standWords).check
  const language = useLanguage()
  const { check, level, says } = result
  const item: Record<string, string> = say.item[check]
  const since =
    level === 'unsure' && ASKS_SERVER.includes(check)
      ? lastContact === null
        ? say.never
        : filled(say.notSince, { when: moment(language, lastContact) })
      : null
  return (
    <li class={`team-check ${level}`}>
      <span class="team-check-sign" aria-hidden="true">
        {level === 'ok' ? '✓' : level === 'unsure' ? '?' : '!'}
      </span>
      <div class="grow">
        <p class="team-check-name">
          {item.name} <span class="team-check-level">{say.level[level]}</span>
        </p>
        <p>{[item[says], since].filter(Boolean).join(' ')}</p>
      </div>
    </li>
  )
}
