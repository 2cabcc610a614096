import type * as z from 'zod/mini'
import type { LetterBody } from '../../../../protocol/act.ts'
import type { LocalText } from '../../../../protocol/local-text.ts'
import { number } from '../../../i18n/counting.ts'
import { countryName } from '../../../i18n/country-name.ts'
import { filled } from '../../../i18n/filled.ts'
import type { ConsoleExportWords } from '../../../i18n/fr/console-export.ts'
import type { Language } from '../../../i18n/languages.ts'
import type { OpenedAct } from '../../review/opened-act.ts'
import type { Bytes } from '../pieces.ts'
import { beginsRight } from './letter-shapes.ts'
import { A4, type FontFiles, INNER, MARGIN, Paper } from './paper.ts'

// Letters, to be printed and put into envelopes: each begins on a page of its own. Only what a person has read and approved.

type Letter = OpenedAct<z.infer<typeof LetterBody>>

export interface LettersParts {
  acts: Iterable<OpenedAct>
  /** Whether a person has read this letter and approved of it. */
  approved: (envelope: string, petition: string) => boolean
  petitions: ReadonlyMap<string, { title: LocalText; person: string; addressee: LocalText }>
  language: Language
  words: ConsoleExportWords
  fonts: FontFiles
  madeAt: Date
  /** Called after each letter. A promise is waited for; what it throws ends the work. */
  onProgress?: (letters: number) => void | Promise<void>
}

export interface Letters {
  file: Bytes
  letters: number
  pages: number
  /** Envelopes of letters with signs that the font lacks. */
  unprintable: string[]
}

const TOP = A4.height - MARGIN
const SIZE = 11
const LEADING = SIZE * 1.5

export async function printedLetters(parts: LettersParts): Promise<Letters> {
  const { words, language, petitions } = parts
  const paper = await Paper.begin(parts.fonts, { title: words.letters.title, language, madeAt: parts.madeAt })
  const unprintable: string[] = []
  let letters = 0
  let y = 0
  for (const act of parts.acts) {
    if (!isLetter(act)) continue
    const petition = act.head.petitions[0] ?? ''
    if (!parts.approved(act.head.id, petition)) continue
    const { from, text, to } = act.body
    paper.newPage()
    y = TOP
    let whole = true
    const write = (line: string, size = SIZE, weight: 'regular' | 'bold' = 'regular') => {
      const can = paper.writable(line)
      whole &&= can.whole
      for (const part of can.text === '' ? [''] : paper.lines(can.text, size, INNER, weight)) {
        if (y < MARGIN + 20) {
          paper.newPage()
          y = TOP
        }
        const right = beginsRight(can.text)
        paper.text(right ? A4.width - MARGIN : MARGIN, y, part, size, weight, right)
        y -= (LEADING * size) / SIZE
      }
    }
    const about = petitions.get(petition)
    if (about) {
      write(about.title[language] ?? '', 9)
      write(
        filled(words.letters.to[to], { person: about.person, addressee: about.addressee[language] ?? '' }),
        SIZE,
        'bold',
      )
      y -= LEADING
    }
    for (const line of text.split(/\r\n|[\n\r\u2028\u2029]/)) write(line)
    y -= LEADING
    const name = [from.firstName, from.lastName].filter(Boolean).join(' ')
    write(filled(words.letters.from, { name, country: countryName(language, from.country) }))
    if (!whole) unprintable.push(act.head.id)
    letters++
    await parts.onProgress?.(letters)
  }
  if (letters === 0) paper.newPage()
  const file = await paper.end((page) => {
    paper.text(A4.width - MARGIN, MARGIN - 14, number(language, page).replace(/\s/g, ' '), 8, 'regular', true)
  })
  return { file, letters, pages: paper.pages, unprintable }
}

const isLetter = (act: OpenedAct): act is Letter => act.body.kind === 'letter'
