import { useEffect, useState } from 'preact/hooks'
import type { Certificate } from '../../../protocol/ending-routes.ts'
import { STAND_ROUTES } from '../../../protocol/stand-routes.ts'
import { endingWords } from '../../i18n/console-ending.ts'
import { moment } from '../../i18n/counting.ts'
import { filled } from '../../i18n/filled.ts'
import { useSay } from '../../i18n/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useConsoleWords, useSession } from '../console-context.ts'
import { type Names, named, namesOf } from '../export/named.ts'
import { inFours } from '../key-names.ts'

/** What was destroyed, and what no server can reach. On the screen, on paper, and as a file. */
export function CertificateSheet({ certificate }: { certificate: Certificate }) {
  const stands = useStandNames(certificate.campaign)
  const { language, number, words } = useConsoleWords()
  const said = endingWords[language].certificate
  const say = useSay()
  const when = (iso: string) => moment(language, Date.parse(iso))
  const [first, second] = certificate.ticks
  const { keys, devices } = certificate.notDestroyed
  const name = `paraphe-destruction-${certificate.campaign}.json`
  const save = () => saveFile(name, [JSON.stringify(certificate, null, 2)], 'application/json')
  const nameOf = ({ stand, tablet, device }: (typeof devices)[number]) =>
    stand === null
      ? filled(said.stranger, { device })
      : filled(said.tablet, { stand: named(stands, stand) || stand, n: tablet === null ? '?' : number(tablet) })
  return (
    <article class="tile stack ending-certificate" aria-labelledby="certificate">
      <h2 id="certificate">{said.title}</h2>
      <p>{said.destroyed}</p>
      <dl class="ending-facts">
        <Fact term={said.campaign}>{`${say(certificate.name)} (${certificate.campaign})`}</Fact>
        <Fact term={said.at}>{when(certificate.destroyedAt)}</Fact>
        <Fact term={said.asked}>{filled(said.by, { when: when(first.at), who: first.by })}</Fact>
        <Fact term={said.confirmed}>{filled(said.by, { when: when(second.at), who: second.by })}</Fact>
        <Fact term={said.envelopes}>{number(certificate.envelopes)}</Fact>
        <Fact term={said.vacuumed}>{certificate.vacuumed ? said.yes : said.no}</Fact>
      </dl>
      <h3>{said.counts}</h3>
      <ul>
        {certificate.petitions.map((it) => (
          <li key={it.id}>{`${say(it.title)}${words.colon}${number(it.signatures)}`}</li>
        ))}
      </ul>
      <h3>{said.not}</h3>
      <ul>
        <li>{said.backups}</li>
        {keys.length > 0 && <li>{filled(said.keys, { ids: keys.map(inFours).join(', ') })}</li>}
        <li>{said.phones}</li>
        <li>
          {devices.length === 0 ? said.noDevices : said.devices}
          {devices.length > 0 && (
            <ul>
              {devices.map((it) => (
                <li key={it.device}>
                  {nameOf(it) + words.colon}
                  {it.lastContact === null
                    ? said.never
                    : filled(said.last, { when: when(it.lastContact), n: number(it.waiting ?? 0) })}
                </li>
              ))}
            </ul>
          )}
        </li>
      </ul>
      <div class="row unprinted">
        <Button onClick={save}>{said.save}</Button>
        <Button kind="link" onClick={() => print()}>
          {said.print}
        </Button>
      </div>
    </article>
  )
}

/** The certificate has the ids; without an answer they have to do. */
function useStandNames(campaign: string): Names {
  const session = useSession()
  const [names, setNames] = useState<Names>({})
  useEffect(() => {
    let there = true
    session.call(STAND_ROUTES.stands, { parameters: { campaign } }).then(
      ({ stands }) => there && setNames(namesOf(stands.map(({ stand }) => stand))),
      () => {},
    )
    return () => {
      there = false
    }
  }, [session, campaign])
  return names
}

const Fact = ({ term, children }: { term: string; children: string }) => (
  <div>
    <dt class="small muted">{term}</dt>
    <dd>{children}</dd>
  </div>
)
