import './print.css'
import { formatReceiptCode } from '../../../protocol/receipt.ts'
import { filled } from '../../i18n/filled.ts'
import type { PrintWords } from '../../i18n/fr/print.ts'
import type { Language } from '../../i18n/languages.ts'
import { printWords } from '../../i18n/print.ts'
import { Mark } from '../../ui/Mark.tsx'

export interface Slip {
  code: string
  /** The receipt's link as a QR code: its side in modules, and the dark ones as a path. */
  qr: { size: number; path: string }
}

interface Props {
  /** At most SLIPS_A_PAGE. */
  slips: readonly Slip[]
  name: string
  language: Language
  /** Where to withdraw, as people type it. */
  address: string
}

/** One page of receipts: a part for the signer and a stub for the sheet, with the same code. */
export function ReceiptSlips({ slips, name, language, address }: Props) {
  const words = printWords[language].slip
  return (
    <section class="print-page" lang={language}>
      {slips.map(({ code, qr }) => (
        <article class="print-slip" key={code}>
          <div class="print-receipt">
            <Square qr={qr} label={words.qr} />
            <div>
              <p class="print-brand">
                <Mark /> {name}
              </p>
              <p class="print-title">{words.title}</p>
              <p>{words.what}</p>
              <p class="print-code">{formatReceiptCode(code)}</p>
              <p>
                {filled(words.how, { address })} {words.valid}
              </p>
            </div>
          </div>
          <Stub code={code} qr={qr} words={words} />
        </article>
      ))}
    </section>
  )
}

function Stub({ code, qr, words }: Slip & { words: PrintWords['slip'] }) {
  return (
    <div class="print-stub">
      <p>
        <b>{words.stub}</b>
      </p>
      <Square qr={qr} label={words.qr} />
      <p class="print-code">{formatReceiptCode(code)}</p>
      <p>
        {words.sheet} <span class="print-blank" /> {words.row} <span class="print-blank" />
      </p>
      <p>{words.destroy}</p>
    </div>
  )
}

const Square = ({ qr: { size, path }, label }: Pick<Slip, 'qr'> & { label: string }) => (
  <svg class="print-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
    <path d={path} />
  </svg>
)
