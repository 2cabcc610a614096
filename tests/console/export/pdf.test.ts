import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { encodeDrawn } from '../../../protocol/drawn.ts'
import { type BookParts, deliveryBook } from '../../../src/console/export/pdf/delivery-book.ts'
import { visualRuns, writable } from '../../../src/console/export/pdf/letter-shapes.ts'
import { type LettersParts, printedLetters } from '../../../src/console/export/pdf/letters.ts'
import { counts, type ReviewedSignature } from '../../../src/console/review/opened-act.ts'
import { consoleExportWords } from '../../../src/i18n/console-export.ts'
import { letter, signature } from '../fixtures.ts'
import { opened, planted } from './planted.ts'
import { linesOf, readPdf } from './read-pdf.ts'

const font = (name: string) =>
  readFileSync(createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/DejaVuSans${name}.ttf`))
const fonts = { regular: font(''), bold: font('-Bold') }
const both = (fr: string, en: string) => ({ fr, en })

const parts = (signatures: ReviewedSignature[], more: Partial<BookParts> = {}): BookParts => ({
  signatures,
  campaign: { name: both('Écrire pour les droits', 'Write for Rights') },
  petition: {
    title: both('Justice pour Joel', 'Justice for Joel'),
    person: 'Joel Paredes',
    country: both('Argentine', 'Argentina'),
    demand: both('Une enquête indépendante, et que les responsables soient jugés.', 'An independent inquiry.'),
    addressee: both('Procureure générale de la province', 'Attorney General of the province'),
  },
  language: 'fr',
  words: consoleExportWords.fr,
  fonts,
  madeAt: new Date('2026-11-25T12:00:00Z'),
  ...more,
})

const from = (person: Partial<ReturnType<typeof signature>['person']>, drawn?: string): ReviewedSignature => {
  const body = signature(person)
  const act = opened(drawn === undefined ? body : { ...body, drawn })
  return { act, petition: 'joel', standing: 'valid', reason: 'first', like: null }
}

const textOf = (pages: { text: string }[][]) =>
  pages
    .flat()
    .map(({ text }) => text)
    .join('\n')

describe('the delivery book', () => {
  it('says on its cover what is asked of whom, by how many, and when', async () => {
    const { signatures } = planted()
    const joel = signatures.filter(({ petition }) => petition === 'joel')
    const { file, signers } = await deliveryBook(parts(joel))
    const read = await readPdf(file)
    const cover = linesOf(read.pages[0] ?? [])
      .map((line) => line.join(' '))
      .join('\n')
    for (const words of [
      'Écrire pour les droits',
      'Signatures remises',
      'Justice pour Joel',
      '34',
      'personnes ont signé',
      'Joel Paredes, Argentine',
      'Procureure générale',
      'Une enquête indépendante',
      'du 20 novembre 2026 au 22 novembre 2026',
      'Livre préparé le 25 novembre 2026',
    ])
      expect(cover).toContain(words)
    expect(signers).toBe(34)
    expect(read.title).toBe('Signatures remises – Justice pour Joel')
  })

  it('sets each point of what is asked on a line of its own, without the marks of its text', async () => {
    const demand = both('Nous demandons **aujourd’hui** :\n\n- une enquête\n- de l’eau', '')
    const { file } = await deliveryBook(parts([], { petition: { ...parts([]).petition, demand } }))
    const cover = linesOf((await readPdf(file)).pages[0] ?? []).map((line) => line.join(' '))
    const at = cover.indexOf('Nous demandons aujourd’hui :')
    expect(cover.slice(at, at + 3)).toEqual(['Nous demandons aujourd’hui :', '• une enquête', '• de l’eau'])
  })

  it('holds the planted signers that count, numbered, and no others', async () => {
    const { signatures } = planted()
    const joel = signatures.filter(({ petition }) => petition === 'joel')
    const { file } = await deliveryBook(parts(joel))
    const { pages } = await readPdf(file)
    const rows = pages
      .slice(1)
      .flatMap(linesOf)
      .filter((line) => /^\d+$/.test(line[0] ?? ''))
    const counted = joel.filter(counts)
    expect(rows.map((row) => row[0])).toEqual(counted.map((_, i) => String(i + 1)))
    // Names in letters that are joined or stand from right to left are compared below.
    const plain = /^[\p{Script=Latin}\p{P}\p{N}=+<>() ]+$/u
    rows.forEach((row, i) => {
      const { firstName, lastName } = counted[i]?.act.body.person ?? { firstName: '', lastName: '' }
      if (plain.test(lastName)) expect(row.slice(1).join(' ')).toBe(`${firstName} ${lastName} Togo`)
    })
  })

  it('holds nothing that the consent does not give to the addressee', async () => {
    const signer = from({ phone: '+22890123456', email: 'afi@example.org', town: 'Aného', quarter: 'Nlessi' })
    const text = textOf((await readPdf((await deliveryBook(parts([signer]))).file)).pages)
    expect(text).toContain('Mensah')
    expect(text).not.toMatch(/90123456|example|Aného|Nlessi|2026-11-22/)
  })

  it('shows each signer’s day only where it is asked to', async () => {
    const { file } = await deliveryBook(parts([from({})], { dates: true }))
    expect(textOf((await readPdf(file)).pages)).toContain('2026-11-22')
  })

  it('writes Ewe, Arabic, Greek and Cyrillic, and says which names it cannot', async () => {
    const names = ['Ɖɔŋgbɛ Ƒʋegbe', 'محمد', 'Ελένη', 'Владимир', '李小龍', 'ሰላም']
    const book = await deliveryBook(parts(names.map((lastName) => from({ lastName }))))
    const text = textOf((await readPdf(book.file)).pages)
    for (const name of [names[0], names[2], names[3]]) expect(text).toContain(name)
    expect(text).toMatch(/[\u0600-\u06ff\ufe70-\ufeff]{4}/)
    expect(book.unprintable).toEqual([5, 6])
    expect(text).toContain('Noms écrits dans une écriture')
    expect(text).toContain('5, 6')
  })

  it('repeats its heads on every page and numbers the pages', async () => {
    const { file, pages } = await deliveryBook(
      parts(Array.from({ length: 100 }, (_, i) => from({ lastName: `N${i}` }))),
    )
    const read = await readPdf(file)
    expect(read.pages).toHaveLength(pages)
    expect(pages).toBeGreaterThan(2)
    read.pages.slice(1).forEach((page, i) => {
      const lines = linesOf(page).map((line) => line.join(' '))
      expect(lines[0]).toBe('Écrire pour les droits · Justice pour Joel')
      expect(lines[1]).toBe('N° Prénom Nom Pays')
      expect(lines.at(-1)).toContain(`${i + 2} / ${pages}`)
    })
  })

  it('keeps the longest names whole and inside their cells', async () => {
    const long = 'Wawa'.repeat(25)
    const { file } = await deliveryBook(parts([from({ firstName: long, lastName: long })]))
    const { pages } = await readPdf(file)
    const pieces = (pages[1] ?? []).filter(({ text }) => /^[Waw]+$/.test(text))
    expect(pieces.length).toBeGreaterThan(2)
    const columns = [...new Set(pieces.map(({ x }) => x))].sort((a, b) => a - b)
    for (const x of columns)
      expect(
        pieces
          .filter((it) => it.x === x)
          .map(({ text }) => text)
          .join(''),
      ).toBe(long)
  })

  it('draws the signatures that were drawn, and needs no more room where none was', async () => {
    const drawn = encodeDrawn({
      height: 300,
      strokes: [
        [
          { x: 10, y: 10 },
          { x: 900, y: 290 },
        ],
        [{ x: 500, y: 20 }],
      ],
    })
    const signers = [from({}, drawn), from({ lastName: 'Sans' }), from({ lastName: 'Abîmée' }, 'AAAA')]
    const [withDrawn, without] = [
      await deliveryBook(parts(signers)),
      await deliveryBook(parts(signers, { drawn: false })),
    ]
    const [a, b] = [await readPdf(withDrawn.file), await readPdf(without.file)]
    expect(textOf(a.pages)).toContain('Signature')
    expect(a.strokes[1] as number).toBeGreaterThan(b.strokes[1] as number)
    const { pages } = await readPdf((await deliveryBook(parts(signers, { drawn: false }))).file)
    expect(linesOf(pages[1] ?? [])[1]).toEqual(['N°', 'Prénom', 'Nom', 'Pays'])
  })

  it('stops where it is told to, and tells how far it is', async () => {
    const seen: number[] = []
    const many = Array.from({ length: 200 }, () => from({}))
    const stopped = deliveryBook(
      parts(many, {
        onProgress: async (signers) => {
          seen.push(signers)
          if (seen.length === 2) throw new DOMException('cancelled', 'AbortError')
        },
      }),
    )
    await expect(stopped).rejects.toThrow('cancelled')
    expect(seen[1]).toBeGreaterThan(seen[0] as number)
  })

  it('speaks English, and is a cover alone where nobody signed', async () => {
    const { file, pages } = await deliveryBook(parts([], { language: 'en', words: consoleExportWords.en }))
    expect(pages).toBe(1)
    const text = textOf((await readPdf(file)).pages)
    expect(text).toContain('Justice for Joel')
    expect(text).toContain('No signatures.')
  })
})

describe('the letters', () => {
  const petitions = new Map([['joel', parts([]).petition]])
  const lettersOf = (more: Partial<LettersParts>) =>
    printedLetters({
      acts: [],
      approved: () => true,
      petitions,
      language: 'fr',
      words: consoleExportWords.fr,
      fonts,
      madeAt: new Date('2026-11-25T12:00:00Z'),
      ...more,
    })
  const saying = (text: string) => opened({ ...letter(), text } as ReturnType<typeof letter>)

  it('are those that were read and approved, each on a page of its own', async () => {
    const acts = [saying('Courage à vous'), saying('Insulte'), saying('Nous sommes là'), opened(signature())]
    const read = acts[1]?.head.id
    const { file, letters } = await lettersOf({ acts, approved: (id) => id !== read })
    const { pages } = await readPdf(file)
    expect(letters).toBe(2)
    expect(pages).toHaveLength(2)
    expect(textOf([pages[0] ?? []])).toMatch(
      /Justice pour Joel[\s\S]*Pour Joel Paredes[\s\S]*Courage à vous[\s\S]*Afi, Togo/,
    )
    expect(textOf(pages)).not.toContain('Insulte')
  })

  it('go on over pages, keep their lines, and name what cannot be printed', async () => {
    const long = saying(`Première ligne\n\n${'mot '.repeat(990)}`)
    const { file, pages, unprintable } = await lettersOf({ acts: [long, saying('李')] })
    const read = await readPdf(file)
    expect(pages).toBe(3)
    expect(textOf(read.pages.slice(0, 2)).match(/mot/g)).toHaveLength(990)
    expect(unprintable).toHaveLength(1)
  })
})

describe('letters of a font', () => {
  const has = new Set([...'abc □'].map((it) => it.codePointAt(0) as number))

  it('stand for themselves, or a box stands for them', () => {
    expect(writable('a李b', has)).toEqual({ text: 'a□b', whole: false })
    expect(writable('a\u202eb\u200d\tc', has)).toEqual({ text: 'ab c', whole: true })
  })

  it('run from right to left where the first letter does', () => {
    expect(visualRuns('Afi محمد علي Mensah')).toEqual(['Afi', 'محمد علي', 'Mensah'])
    expect(visualRuns('محمد Afi Mensah')).toEqual(['Afi Mensah', 'محمد'])
    expect(visualRuns('Afi 3')).toEqual(['Afi 3'])
  })
})
