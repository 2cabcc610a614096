// A page speaks one language, so a phone loads one: the first stands in the pages themselves, each other is a chapter.
import { FIRST_LANGUAGE, type Language } from './languages.ts'

const CHAPTERS: Record<Exclude<Language, typeof FIRST_LANGUAGE>, () => Promise<unknown>> = {
  en: () => import('./en/chapter.ts'),
}

const TRY_AGAIN_MS = 3000

/** Resolves when pages can be shown in `language`; tries again for as long as it takes. Until then the server's page can be read. */
export async function learn(language: Language): Promise<void> {
  if (language === FIRST_LANGUAGE) return
  try {
    await CHAPTERS[language]()
  } catch (error) {
    console.error(error)
    await new Promise((done) => setTimeout(done, TRY_AGAIN_MS))
    await learn(language)
  }
}
