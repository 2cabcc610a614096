import type { StandView } from '../../protocol/stand-routes.ts'
import { quarantineWords } from '../i18n/console-quarantine.ts'
import { filled } from '../i18n/filled.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Pill } from '../ui/Pill.tsx'
import { Heading } from './Heading.tsx'
import { hrefOf } from './place.ts'
import { Strangers } from './Strangers.tsx'
import { missing, stillWaiting } from './tablet-figures.ts'
import type { CampaignSummary } from './use-campaigns.ts'
import { useStandWords } from './use-stand-words.ts'
import type { StandsState } from './use-stands.ts'

interface Props {
  campaign: CampaignSummary
  list: StandsState
}

export function StandList({ campaign, list }: Props) {
  const { said, language, counted } = useStandWords()
  const quarantine = quarantineWords[language]
  const held = list.stands?.quarantined ?? 0
  const stands = list.stands?.stands ?? []
  const strangers = list.stands?.strangers ?? []
  const open = stands.filter((it) => it.closedAt === null)
  const closed = stands.filter((it) => it.closedAt !== null)
  return (
    <>
      <div class="row between">
        <Heading>{said.title}</Heading>
        {stands.length > 0 && <MakeStand campaign={campaign} />}
      </div>
      {stands.length > 0 && <p class="console-lead">{said.lead}</p>}
      {stands.length === 0 && (
        <div class="console-form stack">
          <p>{said.none}</p>
          <MakeStand campaign={campaign} />
        </div>
      )}
      {open.length > 0 && <StandTable caption={said.list} stands={open} />}
      {closed.length > 0 && <StandTable caption={said.closedList} stands={closed} />}
      <p>
        <a href={hrefOf({ screen: 'quarantine', campaign: campaign.id })}>
          {held > 0 ? counted(quarantine.link, held) : quarantine.linkEmpty}
        </a>
      </p>
      {strangers.length > 0 && <Strangers strangers={strangers} stands={open} onTrusted={list.reload} />}
    </>
  )
}

function MakeStand({ campaign }: { campaign: CampaignSummary }) {
  const { said } = useStandWords()
  return (
    <div>
      <ButtonLink href={hrefOf({ screen: 'new-stand', campaign: campaign.id })}>{said.make}</ButtonLink>
    </div>
  )
}

function StandTable({ caption, stands }: { caption: string; stands: StandView[] }) {
  const { said } = useStandWords()
  return (
    <div class="tile">
      <table class="console-table console-narrow">
        <caption class="console-caption">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{said.stand}</th>
            <th scope="col">{said.dates}</th>
            <th scope="col" class="n">
              {said.tablets}
            </th>
            <th scope="col" class="n">
              {said.collected}
            </th>
            <th scope="col" class="n">
              {said.received}
            </th>
            <th scope="col" class="n">
              {said.waiting}
            </th>
          </tr>
        </thead>
        <tbody>
          {stands.map((it) => (
            <StandRow key={it.stand.id} view={it} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function StandRow({ view }: { view: StandView }) {
  const { said, number, datesOf } = useStandWords()
  const { stand, devices, tablets } = view
  const sum = (of: (device: StandView['devices'][number]) => number) =>
    number(devices.reduce((all, device) => all + of(device), 0))
  const enrolled = devices.filter((it) => it.revokedAt === null).length
  const look = devices.some((it) => it.clonedSeq !== null || it.quarantined > 0 || missing(it) > 0)
  return (
    <tr>
      <th scope="row">
        <a href={hrefOf({ screen: 'stand', campaign: stand.campaign, stand: stand.id })}>{stand.name}</a>
        <span class="small muted console-below">{stand.place}</span>
        {look && <Pill tone="warn">{said.look}</Pill>}
      </th>
      <td data-label={said.dates}>{datesOf(stand)}</td>
      <td data-label={said.tablets} class="n">
        {filled(said.enrolledOf, { n: number(enrolled), m: number(tablets) })}
      </td>
      <td data-label={said.collected} class="n">
        {sum((it) => it.told?.captured ?? 0)}
      </td>
      <td data-label={said.received} class="n">
        {sum((it) => it.accepted)}
      </td>
      <td data-label={said.waiting} class="n">
        {sum((it) => stillWaiting(it) ?? 0)}
      </td>
    </tr>
  )
}
