import { useState } from 'preact/hooks'
import { filled } from '../../i18n/filled.ts'
import { useSay } from '../../i18n/language.tsx'
import { ButtonLink } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Pill } from '../../ui/Pill.tsx'
import { useConsoleWords } from '../console-context.ts'
import { Failure } from '../Failure.tsx'
import { Heading } from '../Heading.tsx'
import { hrefOf } from '../place.ts'
import type { CampaignSummary } from '../use-campaigns.ts'
import { Invite } from './Invite.tsx'
import { ManagePerson } from './ManagePerson.tsx'
import { RequireCode } from './RequireCode.tsx'
import { type TeamState, useTeam } from './use-team.ts'
import { useTeamWords } from './use-team-words.ts'
import './team.css'

/** Who coordinates, and the campaigns' keys. */
export function TeamScreen({ campaigns }: { campaigns: CampaignSummary[] }) {
  const { words } = useConsoleWords()
  const { said } = useTeamWords()
  const state = useTeam()
  const { team } = state
  return (
    <div class="stack">
      <Heading>{said.team.title}</Heading>
      <p class="console-lead">{said.team.lead}</p>
      {state.error !== null && <Failure error={state.error} onRetry={state.reload} />}
      {team === null && state.error === null && (
        <p role="status" class="muted">
          {words.loading}
        </p>
      )}
      {team !== null && (
        <>
          <Left campaigns={campaigns} state={state} />
          <People state={state} />
          <Invite team={team} onTeam={state.take} onMade={state.reload} />
          <RequireCode team={team} onTeam={state.take} />
        </>
      )}
      <Keys campaigns={campaigns} />
    </div>
  )
}

/** Who left may have kept the key file: each campaign whose key is older gets a proposal. */
function Left({ campaigns, state: { team } }: { campaigns: CampaignSummary[]; state: TeamState }) {
  const { said, momentOf } = useTeamWords()
  const say = useSay()
  if (!team?.left) return null
  const { name, at } = team.left
  return campaigns
    .filter(({ id }) => team.keysBefore.includes(id))
    .map((it) => (
      <Notice tone="warn" title={filled(said.left.title, { name })} key={it.id}>
        <p>{filled(said.left.text, { name, date: momentOf(at), campaign: say(it.name) })}</p>
        <ButtonLink href={hrefOf({ screen: 'key', campaign: it.id })}>{said.left.renew}</ButtonLink>
      </Notice>
    ))
}

function People({ state }: { state: TeamState }) {
  const { said, momentOf } = useTeamWords()
  const [open, setOpen] = useState<string | null>(null)
  const people = state.team?.people ?? []
  const managed = people.find((it) => it.id === open)
  return (
    <section class="tile stack" aria-label={said.team.people}>
      <table class="console-table console-narrow team-people">
        <thead>
          <tr>
            <th scope="col">{said.team.name}</th>
            <th scope="col">{said.team.role}</th>
            <th scope="col">{said.team.code}</th>
            <th scope="col">{said.team.lastUsed}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {people.map((it) => (
            <tr key={it.id}>
              <th scope="row">{it.you ? filled(said.team.you, { name: it.name }) : it.name}</th>
              <td data-label={said.team.role}>{said.roles[it.role]}</td>
              <td data-label={said.team.code}>
                {it.secondFactor ? <Pill tone="ok">{said.team.codeOn}</Pill> : <Pill>{said.team.codeOff}</Pill>}
              </td>
              <td data-label={said.team.lastUsed}>{it.sessions[0] ? momentOf(it.sessions[0].lastUsedAt) : '–'}</td>
              <td class="n">
                <button
                  type="button"
                  class="button link"
                  aria-expanded={open === it.id}
                  onClick={() => setOpen(open === it.id ? null : it.id)}
                >
                  {open === it.id ? said.team.close : filled(said.team.manage, { name: it.name })}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {managed && <ManagePerson key={managed.id} person={managed} state={state} onDone={() => setOpen(null)} />}
    </section>
  )
}

function Keys({ campaigns }: { campaigns: CampaignSummary[] }) {
  const { dayOf } = useConsoleWords()
  const { said } = useTeamWords()
  const say = useSay()
  return (
    <section class="stack">
      <h2>{said.keys.title}</h2>
      <p class="console-lead">{said.keys.lead}</p>
      <ul class="plain stack">
        {campaigns.map(({ id, name, sealingKey }) => (
          <li class="team-line" key={id}>
            <span>
              <strong>{say(name)}</strong>
              <br />
              <span class="muted small">
                {sealingKey
                  ? filled(said.keys.since, { n: String(sealingKey.serial), date: dayOf(sealingKey.validFrom) })
                  : said.keys.none}
              </span>
            </span>
            <a href={hrefOf({ screen: 'key', campaign: id })}>{sealingKey ? said.keys.see : said.keys.make}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
