import type * as z from 'zod/mini'
import type { ActBody } from '../../protocol/act.ts'
import type { ReceivedEnvelope } from '../../protocol/console-routes.ts'

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
  'clockInDoubt',
  'late',
  'envelope',
] as const

export type Column = (typeof COLUMNS)[number]

/** What a row says; true, false and absent are worded when it is written. */
export type Row = Record<Exclude<Column, 'title'>, string | boolean | undefined>

/** No rows where the act is not a signature: letters, join requests and messages get files of their own. */
export function signatureRows({ receivedAt, late, envelope }: Received, body: ActBody): Row[] {
  if (body.kind !== 'signature') return []
  const given = (purpose: string) => body.consents.find((it) => it.purpose === purpose)?.given
  const { person } = body
  return envelope.petitions.map((petition) => ({
    petition,
    receivedAt: receivedAt.slice(0, 19).replace('T', ' '),
    signedAt: `${body.at.slice(0, 19).replace('T', ' ')} ${body.at.slice(19)}`,
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
    consent: envelope.consent,
    language: body.consents.find((it) => it.purpose === 'sign')?.language ?? body.consents[0]?.language,
    channel: body.channel,
    stand: body.stand,
    clockInDoubt: body.clockInDoubt,
    late,
    envelope: envelope.id,
  }))
}
