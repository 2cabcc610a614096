import { parseReceiptCode } from '../../../protocol/receipt.ts'
import { readReceipt } from '../../petition/receipt-link.ts'

export type SlipRead = { code: string } | { problem: 'not-a-code' | 'other-campaign' }

/** What was typed from a slip, or stands in its QR code: the code itself, or the link `…/retrait#<campaign>.<code>`. */
export function readSlip(text: string, campaign: string): SlipRead {
  const { campaign: of, code: written } = readReceipt(text.slice(text.indexOf('#') + 1).trim()) ?? {
    campaign: null,
    code: text,
  }
  if (of !== null && of !== campaign) return { problem: 'other-campaign' }
  const code = parseReceiptCode(written)
  return code ? { code } : { problem: 'not-a-code' }
}
