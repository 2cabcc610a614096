import type { ActBody } from '../../../protocol/act.ts'
import { fold } from './fold.ts'
import type { OpenedAct } from './opened-act.ts'

// Finding a person who asks what is held of them: by name, number, address and place, or by an envelope's id.

/** Whoever left an act; a letter may have no last name. */
export const signerOf = (body: ActBody): { firstName: string; lastName?: string; phone?: string; email?: string } =>
  body.kind === 'letter' ? body.from : body.person

/** Fewer signs than this would find half of everybody. */
export const SHORTEST_SEARCH = 2

/** Acts in which every word of `text` is found; the newest first, `most` at most. Empty for a text that is too short. */
export function search(acts: Iterable<OpenedAct>, text: string, most: number): OpenedAct[] {
  const matches = matcher(text)
  if (!matches) return []
  const found: OpenedAct[] = []
  for (const act of acts) if (matches(act)) found.push(act)
  return found.sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1)).slice(0, most)
}

type Test = (act: OpenedAct) => boolean

function matcher(text: string): Test | null {
  const typed = text.trim().toLowerCase()
  if (typed.length < SHORTEST_SEARCH) return null
  if (/^[0-9a-f]{8}-[0-9a-f-]*$/.test(typed)) return ({ head }) => head.id.startsWith(typed)
  const tests = tokensOf(typed).flatMap((token) => testOf(token) ?? [])
  return tests.length === 0 ? null : (act) => tests.every((test) => test(act))
}

/** Words as they are parted by blanks; but `90 12 34 56` is one number. */
function tokensOf(typed: string): string[] {
  const tokens: string[] = []
  for (const word of typed.split(/\s+/)) {
    const before = tokens.at(-1)
    if (before !== undefined && isNumber(before) && isNumber(word)) tokens[tokens.length - 1] = `${before} ${word}`
    else tokens.push(word)
  }
  return tokens
}

const isNumber = (token: string): boolean => /^[\d\s().+-]*\d[\d\s().+-]*$/.test(token)

/** Whether an act has it in its name, number, address or place; null for a token that says nothing. */
function testOf(token: string): Test | null {
  const words = fold(token).split(' ').filter(Boolean)
  if (words.length === 0) return null
  const digits = isNumber(token) ? token.replace(/\D/g, '') : null
  // What is dialled before a number, at home or abroad, is not kept in it.
  const number = digits?.replace(/^0+(?=\d)/, '')
  return ({ body }) => {
    const { phone = '', email = '' } = signerOf(body)
    if (number !== undefined && phone.includes(number)) return true
    if (email.toLowerCase().includes(token)) return true
    const said = namesAndPlace(body)
    return words.every((word) => said.includes(word))
  }
}

function namesAndPlace(body: ActBody): string {
  const { firstName, lastName = '' } = signerOf(body)
  const { town = '', quarter = '' } = body.kind === 'letter' ? {} : body.person
  return fold([firstName, lastName, town, quarter].join(' '))
}
