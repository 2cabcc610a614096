import type { ActBody } from '../../../protocol/act.ts'
import { fold } from './fold.ts'
import type { OpenedAct } from './opened-act.ts'

// Finding a person who asks what is held of them: by name, number, address, or an envelope's id.

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

function matcher(text: string): ((act: OpenedAct) => boolean) | null {
  const typed = text.trim().toLowerCase()
  if (typed.length < SHORTEST_SEARCH) return null
  if (typed.includes('@')) return ({ body }) => signerOf(body).email?.toLowerCase().includes(typed) ?? false
  if (/^[0-9a-f]{8}-[0-9a-f-]*$/.test(typed)) return ({ head }) => head.id.startsWith(typed)
  const digits = typed.replace(/[\s().+-]/g, '').replace(/^00/, '')
  if (/^\d+$/.test(digits)) return ({ body }) => signerOf(body).phone?.includes(digits) ?? false
  const words = fold(typed).split(' ').filter(Boolean)
  if (words.length === 0) return null
  return ({ body }) => {
    const { firstName, lastName = '' } = signerOf(body)
    const name = fold(`${firstName} ${lastName}`)
    return words.every((word) => name.includes(word))
  }
}
