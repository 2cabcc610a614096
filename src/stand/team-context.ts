import { createContext } from 'preact'
import type { Language } from '../i18n/languages.ts'

export const TeamContext = createContext<{ onSpeak: (language: Language) => void }>({ onSpeak: () => {} })
