import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Wording } from '../opening-source.ts'

export const WordingContext = createContext<Wording | null>(null)

/** The names and texts of the campaign whose acts are open. */
export function useWording(): Wording {
  const wording = useContext(WordingContext)
  if (!wording) throw new Error('nothing is open around this screen')
  return wording
}
