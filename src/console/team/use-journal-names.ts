import { useEffect, useState } from 'preact/hooks'
import { STAND_ROUTES, type StandDevice, type StandView } from '../../../protocol/stand-routes.ts'
import { useSay } from '../../i18n/language.tsx'
import { useSession } from '../console-context.ts'
import type { CampaignSummary } from '../use-campaigns.ts'
import type { JournalNames } from './journal-about.ts'

/** The names behind the log's ids, as far as this server still knows them. */
export function useJournalNames(campaigns: readonly CampaignSummary[]): JournalNames {
  const session = useSession()
  const say = useSay()
  const [views, setViews] = useState<StandView[]>([])
  const ids = campaigns.map((it) => it.id).join(' ')
  useEffect(() => {
    const all = ids.split(' ').filter(Boolean)
    // Without them the ids stand as they are.
    const asked = all.map((campaign) =>
      session.call(STAND_ROUTES.stands, { parameters: { campaign } }).catch(() => null),
    )
    Promise.all(asked).then((answers) => setViews(answers.flatMap((it) => it?.stands ?? [])))
  }, [session, ids])

  const of = (id: string) => campaigns.find((it) => it.id === id)
  const devices: StandDevice[] = views.flatMap((it) => it.devices)
  const title = (text: Parameters<typeof say>[0] | undefined) => (text === undefined ? undefined : say(text))
  return {
    campaign: (id) => title(of(id)?.name),
    petition: (campaign, id) => title(of(campaign)?.petitions.find((it) => it.id === id)?.title),
    stand: (campaign, id) => views.find(({ stand }) => stand.campaign === campaign && stand.id === id)?.stand.name,
    tablet: (device) => devices.find((it) => it.device === device)?.tablet ?? undefined,
  }
}
