import { pathIn } from '../../i18n/languages.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { CopyButton } from '../CopyButton.tsx'
import { PublicLink } from '../PublicLink.tsx'
import { hrefOf } from '../place.ts'
import type { CampaignSummary } from '../use-campaigns.ts'
import { useEditorWords } from './editor-context.ts'
import { ShowFirst } from './ShowFirst.tsx'

/** What was published just now: where it is read, and what is left to do. */
export function PublishedNow({ campaign, onChanged }: { campaign: CampaignSummary; onChanged: () => void }) {
  const { said, words, language } = useEditorWords()
  const address = `${location.origin}${pathIn(language, '/')}`
  return (
    <Notice tone="ok" title={said.publish.done} announce="polite">
      {campaign.shown ? (
        <>
          <p>
            <PublicLink />
          </p>
          <p class="console-code" translate={false}>
            {address}
          </p>
          <CopyButton text={address} label={words.publicPage.copy} copied={words.publicPage.copied} />
        </>
      ) : (
        <>
          <p>{words.publicPage.behind}</p>
          <ShowFirst campaign={campaign.id} onChanged={onChanged} />
        </>
      )}
      {!campaign.sealingKey && (
        <>
          <p>{said.publish.needKey}</p>
          <ButtonLink href={hrefOf({ screen: 'key', campaign: campaign.id })}>{said.publish.makeKey}</ButtonLink>
        </>
      )}
    </Notice>
  )
}
