import { StandDraft, type StandView } from '../../protocol/stand-routes.ts'

// The stand's form as rules: what it begins with, and what is wrong with it.

/** As it stands in the form's fields. */
export interface StandFields {
  name: string
  place: string
  from: string
  to: string
  petitions: readonly string[]
  tablets: string
}

/** The fields in the order of the form. */
const ORDER = ['name', 'place', 'from', 'to', 'petitions', 'tablets'] as const

export type StandField = (typeof ORDER)[number]

/** A new stand: today, for every open petition. `today` is the local date. */
export const newFields = (today: string, open: readonly string[]): StandFields => ({
  name: '',
  place: '',
  from: today,
  to: today,
  petitions: open,
  tablets: '1',
})

export const fieldsOf = ({ stand, tablets }: StandView): StandFields => ({ ...stand, tablets: String(tablets) })

/** What the server takes, or the fields that are wrong, in the order of the form. */
export function judgeFields(fields: StandFields): { draft: StandDraft } | { wrong: StandField[] } {
  const tablets = /^\s*\d{1,4}\s*$/.test(fields.tablets) ? Number(fields.tablets) : 0
  const { name, place, from, to, petitions } = fields
  const judged = StandDraft.safeParse({ name, place, from, to, petitions, tablets })
  if (judged.success) return { draft: judged.data }
  const paths = new Set(judged.error.issues.map((it) => String(it.path[0] ?? 'to')))
  return { wrong: ORDER.filter((field) => paths.has(field)) }
}
