// People who can be told from anything else wherever they stand in clear, reached in every way there is.
import type { Person } from '../../protocol/act.ts'

/** As they type it into a form: the words of src/petition/sign.ts. */
export interface Typed {
  firstName: string
  lastName: string
  way: 'phone' | 'email' | 'place'
  phone?: string
  email?: string
  town?: string
  quarter?: string
}

export interface Marked {
  typed: Typed
  person: Omit<Person, 'country'>
  /** Everything by which they could be recognised, as it is sealed … */
  marks: string[]
  /** … and as it was typed, where that is something else. */
  typedMarks: string[]
}

const SYLLABLES = ['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'ke', 'li', 'mo', 'nu']
/** Letters, because a name with digits in it would be looked at twice; as many for each, so that none begins another. */
const spelt = (n: number) => [...String(n).padStart(4, '0')].map((digit) => SYLLABLES[Number(digit)]).join('')

/** Every kind of letter that a browser keeps otherwise: one byte, two bytes. Every third is reached in another way. */
export function marked(n: number): Marked {
  const no = spelt(n)
  const firstName = n % 2 ? `Zwéna${no}` : `Kɔƒizw${no}`
  const lastName = `Marqué-Vögel${no}`
  const names = { firstName, lastName }
  const [p, q] = [String(10 + (n % 90)), String(10 + Math.floor(n / 90))]
  const phone = `91 ${p} ${q} 57`
  const e164 = `+22891${p}${q}57`
  const email = `zwq.${no}@marquee.courrier.tg`
  const place = { town: `Vogan-Zw${no}`, quarter: `Bè-Kpotaw${no}` }
  const ways: { typed: Omit<Typed, keyof typeof names>; reach: Partial<Person>; marks: string[]; typed2: string[] }[] =
    [
      { typed: { way: 'phone', phone }, reach: { phone: e164 }, marks: [e164], typed2: [phone] },
      { typed: { way: 'email', email }, reach: { email }, marks: [email], typed2: [] },
      { typed: { way: 'place', ...place }, reach: place, marks: Object.values(place), typed2: [] },
    ]
  const { typed, reach, marks, typed2 } = ways[n % 3] as (typeof ways)[number]
  return {
    typed: { ...names, ...typed },
    person: { ...names, ...reach },
    marks: [firstName, lastName, ...marks],
    typedMarks: typed2,
  }
}
