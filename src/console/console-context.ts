import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Coordinator } from '../../protocol/console-routes.ts'
import { mayCall } from '../../protocol/roles.ts'
import type { Route } from '../../protocol/route.ts'
import { consoleWords } from '../i18n/console.ts'
import { formOf, number, written } from '../i18n/counting.ts'
import { filled } from '../i18n/filled.ts'
import type { Forms } from '../i18n/forms.ts'
import { useLanguage } from '../i18n/language.tsx'
import type { Session } from './session.ts'

export const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('no session around this screen')
  return session
}

export const MeContext = createContext<Coordinator | null>(null)

/** Who is at the console. */
export function useMe(): Coordinator {
  const me = useContext(MeContext)
  if (!me) throw new Error('nobody is logged in around this screen')
  return me
}

/** Whether who is logged in may call a route: a screen shows only what its person may do. The server decides all the same. */
export function useMay(): (route: Route) => boolean {
  const { role } = useMe()
  return (route) => mayCall(role, route)
}

/** The console's words, and how its language counts. */
export function useConsoleWords() {
  const language = useLanguage()
  return {
    words: consoleWords[language],
    language,
    number: (value: number) => number(language, value),
    /** A counted sentence: `{n}` is the number, written as the language writes it. */
    counted: (forms: Forms, n: number) => filled(formOf(language, n, forms), { n: number(language, n) }),
    dayOf: (iso: string) => written(language, new Date(iso), { dateStyle: 'long' }),
    timeOf: (at: Date) => written(language, at, { timeStyle: 'short' }),
  }
}
