import { parseArgs } from 'node:util'
import { isLanguage, type Language } from '../src/i18n/languages.ts'
import { PlainError } from '../sync-server/plain-error.ts'

export const FORMATS = ['csv', 'xlsx', 'jsonl', 'dump'] as const
export type Format = (typeof FORMATS)[number]

export interface Order {
  /** The key file's path; null for a dump, which stays sealed. */
  key: string | null
  /** Null: the one that the dump is of. */
  campaign: string | null
  /** A sealed dump to read instead of the server's database. */
  dump: string | null
  format: Format
  out: string
  language: Language
  /** Null: as the number of envelopes allows. */
  review: boolean | null
}

export const USAGE = `Opens what a campaign has received, beside a running server, and writes it to a file.

  npm run export -- --key FILE --campaign ID --format csv --out FILE
  npm run export -- --key FILE --dump FILE --format csv --out FILE
  npm run export -- --campaign ID --format dump --out FILE

  --key FILE        the campaign’s key file; its passphrase is asked for, or read from a pipe
  --campaign ID     which campaign of the database in DATA_DIR
  --dump FILE       read a sealed dump instead of DATA_DIR
  --format FORMAT   csv, xlsx, jsonl, or dump: still sealed, for a computer that is never online
  --out FILE        a new file, readable for this account only; FILE.manifest.json goes with it
  --language fr|en  of headings and words (fr)
  --review          say of each signature how it stands, however many there are
  --no-review       leave that out: fewer words, and memory that does not grow`

/** @throws PlainError with a sentence, for whoever typed it. */
export function readOrder(words: readonly string[]): Order | 'help' {
  const values = parsed(words)
  if (values.help) return 'help'
  const { key = null, campaign = null, dump = null, format, out, language = 'fr' } = values
  if (!format || !isFormat(format)) throw new PlainError(`Say which format: --format ${FORMATS.join(', ')}.`)
  if (!out) throw new PlainError('Say where to: --out FILE.')
  if (!isLanguage(language)) throw new PlainError('--language is fr or en.')
  if (format === 'dump') {
    if (dump) throw new PlainError('--dump is a dump already: choose csv, xlsx or jsonl.')
    if (key) throw new PlainError('A dump stays sealed and needs no key: leave --key out.')
  } else if (!key) throw new PlainError('Say which key file: --key FILE.')
  if (!campaign && !dump) throw new PlainError('Say which campaign: --campaign ID.')
  if (values.review && values['no-review']) throw new PlainError('Choose --review or --no-review.')
  const review = values.review ? true : values['no-review'] ? false : null
  return { key, campaign, dump, format, out, language, review }
}

const isFormat = (text: string): text is Format => FORMATS.some((it) => it === text)

function parsed(words: readonly string[]) {
  const text = { type: 'string' } as const
  const yes = { type: 'boolean' } as const
  try {
    return parseArgs({
      args: [...words],
      options: {
        ...{ key: text, campaign: text, dump: text, format: text, out: text, language: text },
        ...{ review: yes, 'no-review': yes, help: yes },
      },
    }).values
  } catch (cause) {
    // Without what was typed: it may be a passphrase in the wrong place.
    const option = /'(--?[\w-]+)/.exec((cause as Error).message)?.[1]
    const what = option ? `${option} is not an option, or lacks its value.` : 'That cannot be understood.'
    throw new PlainError(`${what} See npm run export -- --help`)
  }
}
