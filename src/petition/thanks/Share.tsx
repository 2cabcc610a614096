import type { Campaign } from '../../../protocol/campaign.ts'
import { filled } from '../../i18n/filled.ts'
import { useLanguage, useWords } from '../../i18n/language.tsx'
import { thanksWords } from '../../i18n/thanks.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { homePath, petitionPath } from '../pages/place.ts'
import { whatsApp } from '../pages/whats-app.ts'
import { Copy } from './KeepReceipt.tsx'

interface Props {
  campaign: Campaign
  petitions: readonly string[]
}

/** One case leads to its page, several to the campaign's. Nothing of the signer is in it. */
export function Share({ campaign, petitions }: Props) {
  const words = useWords(thanksWords)
  const language = useLanguage()
  const [only, more] = petitions
  const url = location.origin + (only && !more ? petitionPath(language, only) : homePath(language))
  const names = campaign.petitions.filter((it) => petitions.includes(it.id)).map((it) => it.person)
  const who = new Intl.ListFormat(language).format(names)
  const text = filled(words.shareText, { who })
  return (
    <section class="thanks-step" aria-labelledby="thanks-share">
      <h2 id="thanks-share">{words.spread}</h2>
      <ButtonLink kind="quiet" href={whatsApp(`${text} ${url}`)} target="_blank" rel="noopener">
        {words.whatsApp}
      </ButtonLink>
      <div class="row">
        {'share' in navigator && (
          // A person who closes the sheet without sharing is no failure.
          <Button kind="link" onClick={() => void navigator.share({ text, url }).catch(() => {})}>
            <Icon name="share" />
            {words.share}
          </Button>
        )}
        <Copy text={url} label={words.copyLink} done={words.linkCopied} />
      </div>
    </section>
  )
}
