import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Campaign } from '../../../protocol/campaign.ts'
import { inLanguage } from '../../../protocol/reading.ts'
import { filled } from '../../i18n/filled.ts'
import { useWords } from '../../i18n/language.tsx'
import type { Language } from '../../i18n/languages.ts'
import { printWords } from '../../i18n/print.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { makeSlips } from './make-slips.ts'
import { ReceiptSlips } from './ReceiptSlips.tsx'
import { countOf, MOST_SLIP_PAGES, SLIPS_A_PAGE } from './sheet-choice.ts'

interface Props {
  campaign: Campaign
  language: Language
  address: string
  onPrint: (pages: VNode[]) => void
}

/** How many pages of receipts; each printing has codes of its own. */
export function SlipOrder({ campaign, language, address, onPrint }: Props) {
  const words = useWords(printWords).desk
  const [many, setMany] = useState('1')
  const [tried, setTried] = useState(false)
  const [failed, setFailed] = useState(false)
  const pages = countOf(many, MOST_SLIP_PAGES)

  const submit = async (event: Event) => {
    event.preventDefault()
    setTried(true)
    setFailed(false)
    if (pages === null) return document.getElementById('print-slips')?.focus()
    try {
      const slips = await makeSlips(pages * SLIPS_A_PAGE, campaign.id, location.origin, language)
      const name = inLanguage(campaign.name, language)
      const ofPage = (page: number) => slips.slice(page * SLIPS_A_PAGE, (page + 1) * SLIPS_A_PAGE)
      const all = Array.from({ length: pages }, (_, page) => (
        <ReceiptSlips key={page} {...{ name, language, address }} slips={ofPage(page)} />
      ))
      onPrint(all)
    } catch (error) {
      console.error(error)
      setFailed(true)
    }
  }
  return (
    <form class="tile stack" onSubmit={submit} noValidate aria-labelledby="print-slips-title">
      <h2 id="print-slips-title">{words.slips}</h2>
      <p class="muted">{words.slipsText}</p>
      <Field
        id="print-slips"
        label={words.pages}
        hint={words.once}
        error={tried && pages === null ? filled(words.notANumber, { most: String(MOST_SLIP_PAGES) }) : undefined}
        value={many}
        onInput={(event) => setMany(event.currentTarget.value)}
        inputMode="numeric"
        autocomplete="off"
      />
      {failed && (
        <Notice tone="bad" announce="now">
          {words.failed}
        </Notice>
      )}
      <Button type="submit">{words.print}</Button>
    </form>
  )
}
