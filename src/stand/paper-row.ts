// The rules of keying in a paper sheet: what it carried, what a typed row becomes, and what is wrong with one. No screen, no
// storage, no sealing.
import type { SignatureBody } from '../../protocol/act.ts'
import type { Campaign } from '../../protocol/campaign.ts'
import { parseReceiptCode } from '../../protocol/receipt.ts'
import type { Problem } from '../petition/person.ts'
import { readReceipt } from '../petition/receipt-link.ts'
import { bodyOf, problemsOf, type SignFields } from '../petition/sign.ts'
import { carried, type Sheet } from './paper-sheet.ts'

/** One signer's line as it is typed. */
export interface PaperRow {
  lastName: string
  firstName: string
  /** A number, an address, or both in either order. */
  contact: string
  town: string
  quarter: string
  country: string
  ticked: readonly Tick[]
  /** A receipt slip's code, where the signer was given one. */
  slip: string
}

/** Boxes that a sheet may have beside a name. */
export type Tick = 'news' | 'calls'
export const TICKS: readonly Tick[] = ['news', 'calls']

export type RowField = 'lastName' | 'firstName' | 'contact' | 'town' | 'quarter' | 'slip'

/** In the order of the screen: the first wrong one gets the focus. */
export const ROW_FIELDS: readonly RowField[] = ['lastName', 'firstName', 'contact', 'town', 'quarter', 'slip']

/**
 * no-way: neither number nor address, nor a place · news-need-email, calls-need-phone: ticked, and nothing to reach them by ·
 * not-a-code, other-campaign: the slip · used-code: given to an earlier row · withdrawn-code: what it stood for was taken back
 */
export type RowProblem =
  | Problem
  | { problem: 'no-way' | 'news-need-email' | 'calls-need-phone' }
  | { problem: 'not-a-code' | 'other-campaign' | 'used-code' | 'withdrawn-code' }

export type RowProblems = Partial<Record<RowField, RowProblem>>

export const firstRow = (campaign: Campaign): PaperRow => ({
  lastName: '',
  firstName: '',
  contact: '',
  town: '',
  quarter: '',
  country: campaign.country,
  ticked: [],
  slip: '',
})

/** Neighbours sign one after the other: where they live stands there already. */
export const nextRow = (campaign: Campaign, { town, quarter, country }: PaperRow): PaperRow => ({
  ...firstRow(campaign),
  town,
  quarter,
  country,
})

/** Whether a row holds anything that was typed into it; `begun` is how it was when it was new. */
export const isRowFilled = (row: PaperRow, begun: PaperRow): boolean =>
  row.ticked.length > 0 || ROW_FIELDS.some((it) => row[it].trim() !== begun[it].trim())

/** An address is known by its @; what is left is a number. */
export function readContact(typed: string): { phone: string; email: string } {
  const email = /[^\s,;/]*@[^\s,;/]*/.exec(typed)?.[0] ?? ''
  const phone = typed.replace(email, ' ').replace(/^[\s,;/]+|[\s,;/]+$/g, '')
  return { phone, email }
}

/** The row as the form's own rules see it. A place is kept only of who left neither number nor address. */
export function fieldsOf(row: PaperRow, sheet: Sheet): SignFields {
  const { phone, email } = readContact(row.contact)
  const { lastName, firstName, town, quarter, country } = row
  return {
    petitions: sheet.petitions,
    firstName,
    lastName,
    country,
    way: phone ? 'phone' : email ? 'email' : 'place',
    phone,
    email,
    town,
    quarter,
    // Who signed on paper agreed; a row without a signature is not keyed in.
    agreed: ['sign', ...row.ticked.filter((it) => sheet.texts[it])],
  }
}

/** Everything that keeps this row from being a signature; empty when it is one. */
export function rowProblems(row: PaperRow, sheet: Sheet, campaign: Campaign): RowProblems {
  const fields = fieldsOf(row, sheet)
  const { firstName, lastName, phone, email, town, quarter } = problemsOf(fields, campaign)
  const nowhere = fields.way === 'place' && town?.problem === 'missing' && quarter?.problem === 'missing'
  const found: Record<RowField, RowProblem | undefined> = {
    lastName,
    firstName,
    contact: nowhere ? { problem: 'no-way' } : contactProblem(phone, email),
    town: nowhere ? undefined : town,
    quarter: nowhere ? undefined : quarter,
    slip: slipProblem(row.slip, campaign),
  }
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem))
}

/** Nothing typed where a tick asks for it is no way to reach somebody, and not a missing field. */
function contactProblem(phone: Problem | undefined, email: Problem | undefined): RowProblem | undefined {
  if (phone) return phone.problem === 'missing' ? { problem: 'calls-need-phone' } : phone
  return email?.problem === 'missing' ? { problem: 'news-need-email' } : email
}

/** A slip's code as it is typed, or the whole address that a hand-held scanner types. Null where there is none in it. */
function readSlip(typed: string): { campaign: string | null; code: string } | null {
  const link = typed.includes('#') ? readReceipt(typed.slice(typed.indexOf('#') + 1).trim()) : null
  const code = parseReceiptCode(link?.code ?? typed)
  return code ? { campaign: link?.campaign ?? null, code } : null
}

function slipProblem(typed: string, campaign: Campaign): RowProblem | undefined {
  if (typed.trim() === '') return undefined
  const read = readSlip(typed)
  if (!read) return { problem: 'not-a-code' }
  return read.campaign !== null && read.campaign !== campaign.id ? { problem: 'other-campaign' } : undefined
}

/** The code of a row without problems; null where it has no slip. */
export const slipCode = (row: PaperRow): string | null => readSlip(row.slip)?.code ?? null

/** The act inside the seal: of the consents only what the sheet carried, in the versions that stood on it. */
export function paperBody(row: PaperRow, sheet: Sheet, campaign: Campaign, stand: string, now: Date): SignatureBody {
  const from = { channel: 'paper', stand, sheet: sheet.number.trim() } as const
  const body = bodyOf(fieldsOf(row, sheet), campaign, sheet.language, now, from)
  return { ...body, consents: carried(body.consents, sheet) }
}
