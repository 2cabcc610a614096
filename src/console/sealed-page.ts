import type { Received } from './export-rows.ts'

/** A page of envelopes as the server sent it. Each envelope is checked when it is opened (`open` in protocol/seal.ts). */
export interface SealedPage {
  items: Received[]
  next: string | null
}

/** Something answered that is not Paraphe: a captive portal, a proxy's page. */
export class NotAPage extends Error {
  readonly problem = 'not-our-answer'
  override name = 'NotAPage'
}

/** @throws NotAPage */
export function readPage(bytes: ArrayBuffer): SealedPage {
  let page: Partial<SealedPage> | null
  try {
    page = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw new NotAPage()
  }
  if (!Array.isArray(page?.items) || !page.items.every(isReceived)) throw new NotAPage()
  if (page.next !== null && typeof page.next !== 'string') throw new NotAPage()
  return { items: page.items, next: page.next }
}

const isReceived = (item: Partial<Received> | null): boolean =>
  typeof item?.receivedAt === 'string' && typeof item.late === 'boolean' && typeof item.envelope?.id === 'string'
