import { useEffect, useRef } from 'preact/hooks'
import { CONSOLE_ROUTES } from '../../protocol/console-routes.ts'
import { EDIT_ROUTES } from '../../protocol/edit-routes.ts'
import type { Route } from '../../protocol/route.ts'
import { STAND_ROUTES } from '../../protocol/stand-routes.ts'
import { TEAM_ROUTES } from '../../protocol/team-routes.ts'
import { editorWords } from '../i18n/console-editor.ts'
import { endingWords } from '../i18n/console-ending.ts'
import { teamWords } from '../i18n/console-team.ts'
import { filled } from '../i18n/filled.ts'
import { standWords } from '../i18n/stands.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Mark } from '../ui/Mark.tsx'
import { useConsoleWords, useMay, useMe, useSession } from './console-context.ts'
import { EditorRoom } from './editor/EditorRoom.tsx'
import { EndingScreen } from './ending/EndingScreen.tsx'
import { Failure } from './Failure.tsx'
import { HandOffScreen } from './HandOffScreen.tsx'
import { Heading } from './Heading.tsx'
import { KeyScreen } from './KeyScreen.tsx'
import { LanguageSwitch, type LanguageSwitchProps } from './LanguageSwitch.tsx'
import { LogIn } from './LogIn.tsx'
import { OpenAndExport } from './OpenAndExport.tsx'
import { Overview } from './Overview.tsx'
import { hrefOf, mayLeave, type Place, sectionOf, usePlace } from './place.ts'
import { StandsScreen } from './StandsScreen.tsx'
import { AccountScreen } from './team/AccountScreen.tsx'
import { JournalScreen } from './team/JournalScreen.tsx'
import { TeamScreen } from './team/TeamScreen.tsx'
import { useTeamWords } from './team/use-team-words.ts'
import { useAction } from './use-action.ts'
import { useCampaigns } from './use-campaigns.ts'
import { useInSight } from './use-in-sight.ts'
import { WhichCampaign } from './WhichCampaign.tsx'

interface Props {
  /** The session ended: the login stands in front, and the work stays as it was behind it. */
  expired: boolean
  languageSwitch: LanguageSwitchProps
}

export function Workplace({ expired, languageSwitch }: Props) {
  const { words, language } = useConsoleWords()
  const { name } = useMe()
  const team = teamWords[language]
  const may = useMay()
  const session = useSession()
  const place = usePlace()
  const list = useCampaigns()
  const leaving = useAction()
  const wanted = 'campaign' in place ? place.campaign : undefined
  const campaign = list.campaigns?.find((it) => it.id === wanted)
  const current = campaign ?? list.campaigns?.[0]

  const main = useRef<HTMLElement>(null)
  // Back from the login: on with the screen that stood behind it.
  useEffect(() => {
    if (!expired) main.current?.querySelector<HTMLElement>('h1')?.focus()
  }, [expired])

  const section = sectionOf(place)
  const places = useInSight<HTMLUListElement>(`${section} ${current?.id}`)

  const link = (to: Place, label: string) => (
    <li>
      <a href={hrefOf(to)} aria-current={to.screen === section ? 'page' : undefined}>
        {label}
      </a>
    </li>
  )

  return (
    <div class="console">
      <header class="console-side unprinted">
        <p class="console-brand">
          <Mark />
          {words.name}
        </p>
        <nav aria-label={words.nav.label} hidden={expired}>
          <ul class="plain" ref={places}>
            {link({ screen: 'overview' }, words.nav.overview)}
            {may(EDIT_ROUTES.desk) && link({ screen: 'petitions' }, editorWords[language].nav)}
            {current &&
              may(STAND_ROUTES.make) &&
              link({ screen: 'stands', campaign: current.id }, standWords[language].nav)}
            {current && may(CONSOLE_ROUTES.envelopes) && link({ screen: 'open', campaign: current.id }, words.nav.open)}
            {current && link({ screen: 'deliver', campaign: current.id }, endingWords[language].nav)}
            {link({ screen: 'hand-off' }, words.nav.handOff)}
            {may(TEAM_ROUTES.team) && link({ screen: 'team' }, team.nav.team)}
            {may(TEAM_ROUTES.journal) && link({ screen: 'journal' }, team.nav.journal)}
          </ul>
        </nav>
        <div class="console-self">
          <p class="small muted">{filled(words.loggedInAs, { name })}</p>
          <a class="button link" href={hrefOf({ screen: 'account' })}>
            {team.nav.account}
          </a>
          <LanguageSwitch {...languageSwitch} />
          <Button
            kind="link"
            busy={leaving.busy ? words.loggingOut : undefined}
            onClick={() => mayLeave() && leaving.run(() => session.leave())}
          >
            {words.logOut}
          </Button>
        </div>
      </header>
      <main class="console-main" ref={main}>
        {leaving.error !== null && <Failure error={leaving.error} />}
        {expired && <LogIn expiredName={name} />}
        <div hidden={expired}>
          {campaign &&
            place.screen !== 'edit' &&
            list.campaigns &&
            list.campaigns.length > 1 &&
            reachable(place, may) && (
              <div class="unprinted">
                <WhichCampaign campaign={campaign} campaigns={list.campaigns} place={place} />
              </div>
            )}
          {place.screen === 'overview' && <Overview list={list} />}
          {place.screen === 'account' && <AccountScreen />}
          {place.screen === 'team' && may(TEAM_ROUTES.team) && <TeamScreen campaigns={list.campaigns ?? []} />}
          {place.screen === 'journal' && may(TEAM_ROUTES.journal) && <JournalScreen campaigns={list.campaigns ?? []} />}
          {!reachable(place, may) && <NotYours />}
          {place.screen === 'hand-off' && <HandOffScreen />}
          {sectionOf(place) === 'petitions' && may(EDIT_ROUTES.desk) && <EditorRoom place={place} list={list} />}
          {place.screen === 'deliver' && campaign && (
            <EndingScreen key={campaign.id} campaign={campaign} onChanged={list.reload} />
          )}
          {wanted !== undefined && place.screen !== 'edit' && list.campaigns === null && (
            <Waiting error={list.error} onRetry={list.reload} />
          )}
          {wanted !== undefined && place.screen !== 'edit' && list.campaigns !== null && !campaign && (
            <Overview list={list} />
          )}
          {place.screen === 'key' && campaign && may(CONSOLE_ROUTES.publishKey) && (
            <KeyScreen key={campaign.id} campaign={campaign} onPublished={list.takeOne} />
          )}
          {sectionOf(place) === 'stands' && campaign && may(STAND_ROUTES.make) && (
            <StandsScreen key={campaign.id} campaign={campaign} place={place} />
          )}
          {place.screen === 'open' && campaign && may(CONSOLE_ROUTES.envelopes) && (
            <OpenAndExport key={campaign.id} campaign={campaign} />
          )}
        </div>
      </main>
    </div>
  )
}

/** What a place calls: without that right there is nothing to see. */
const CALLS: Partial<Record<Place['screen'], Route>> = {
  team: TEAM_ROUTES.team,
  journal: TEAM_ROUTES.journal,
  key: CONSOLE_ROUTES.publishKey,
  open: CONSOLE_ROUTES.envelopes,
  stands: STAND_ROUTES.make,
  petitions: EDIT_ROUTES.desk,
}

function reachable(place: Place, may: (route: Route) => boolean): boolean {
  const needed = CALLS[place.screen === 'key' ? 'key' : sectionOf(place)]
  return needed === undefined || may(needed)
}

function NotYours() {
  const { said } = useTeamWords()
  const { role } = useMe()
  return (
    <div class="console-form stack">
      <Heading>{said.notYours.title}</Heading>
      <p>{filled(said.notYours.text, { role: said.roles[role] })}</p>
      <ButtonLink kind="quiet" href={hrefOf({ screen: 'overview' })}>
        {said.notYours.back}
      </ButtonLink>
    </div>
  )
}

function Waiting({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { words } = useConsoleWords()
  if (error !== null) return <Failure error={error} onRetry={onRetry} />
  return (
    <p role="status" class="muted">
      {words.loading}
    </p>
  )
}
