// New codes for receipts on paper. They stand in this page's memory until it is left, and nowhere else.
import { formatReceiptCode, newReceiptCode } from '../../../protocol/receipt.ts'
import type { Language } from '../../i18n/languages.ts'
import { qrPath } from '../../ui/qr-path.ts'
import { withdrawPath } from '../pages/place.ts'
import type { Slip } from './ReceiptSlips.tsx'

export async function makeSlips(
  count: number,
  campaign: string,
  origin: string,
  language: Language,
  newCode = newReceiptCode,
): Promise<Slip[]> {
  const { encodeQR } = await import('qr')
  return Array.from({ length: count }, () => {
    const code = newCode()
    const link = `${origin}${withdrawPath(language)}#${campaign}.${formatReceiptCode(code).replaceAll('-', '')}`
    const modules = encodeQR(link, 'raw', { ecc: 'medium', border: 2 })
    return { code, qr: { size: modules.length, path: qrPath(modules) } }
  })
}
