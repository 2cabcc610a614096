import { localDate } from '../key-names.ts'
import { hrefOf } from '../place.ts'
import { useEditing } from './editor-context.ts'
import { freeId, newPetition } from './new-content.ts'

/** Adds an empty case and goes where it is written. */
export function useAddCase(): () => void {
  const { content, desk, change } = useEditing()
  return () => {
    const id = freeId('cas', [...content.petitions.map((it) => it.id), ...desk.known])
    change((it) => ({ ...it, petitions: [...it.petitions, newPetition(id, localDate(new Date()))] }))
    location.hash = hrefOf({ screen: 'edit', campaign: content.id, part: `case-${id}` })
  }
}
