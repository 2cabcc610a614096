import type * as z from 'zod/mini'
import type { SignatureBody } from '../../protocol/act.ts'
import type { ReceivedEnvelope } from '../../protocol/console-routes.ts'
import type { OpenedAct } from './review/opened-act.ts'

// An opened act as rows of the export: one row for each signature (act × petition).

export type Received = z.infer<typeof ReceivedEnvelope>

/** The columns of the file, in its order. */
export const COLUMNS = [
  'petition',
  'title',
  'receivedAt',
  'signedAt',
  'firstName',
  'lastName',
  'country',
  'phone',
  'email',
  'town',
  'quarter',
  'news',
  'calls',
  'publicName',
  'consent',
  'language',
  'channel',
  'stand',
  'standName',
  'clockInDoubt',
  'late',
  'envelope',
] as const

export type Column = (typeof COLUMNS)[number]

/** What a row says of itself; true, false and absent are worded when it is written. */
export type Row = Record<Exclude<Column, 'title' | 'standName'>, string | boolean | undefined>

/** What a row is made from. */
type SignedAct = Pick<OpenedAct<SignatureBody>, 'receivedAt' | 'late' | 'head' | 'body'>

export function signatureRow({ receivedAt, late, head, body }: SignedAct, petition: string): Row {
  const given = (purpose: string) => body.consents.find((it) => it.purpose === purpose)?.given
  const { person } = body
  return {
    petition,
    receivedAt: serverTime(receivedAt),
    signedAt: deviceTime(body.at),
    firstName: person.firstName,
    lastName: person.lastName,
    country: person.country,
    phone: person.phone,
    email: person.email,
    town: person.town,
    quarter: person.quarter,
    news: given('news'),
    calls: given('calls'),
    publicName: given('public-name'),
    consent: head.consent,
    language: body.consents.find((it) => it.purpose === 'sign')?.language ?? body.consents[0]?.language,
    channel: body.channel,
    stand: body.stand,
    clockInDoubt: body.clockInDoubt,
    late,
    envelope: head.id,
  }
}

/** `2026-11-22 15:00:00`, in UTC as the server wrote it: spreadsheets read it as a moment. */
export const serverTime = (at: string): string => at.slice(0, 19).replace('T', ' ')

/** `2026-11-22 14:02:07 +00:00` */
export const deviceTime = (at: string): string => `${serverTime(at)} ${at.slice(19)}`
