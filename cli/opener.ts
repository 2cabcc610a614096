import type { ActBody } from '../protocol/act.ts'
import { importOpeningKey, type OpeningKey } from '../protocol/opening.ts'
import { readKeyFile } from '../src/console/closed-key-file.ts'
import { csvText } from '../src/console/csv.ts'
import { countAct, countSignature, countUnreadable, type Figures, noFigures } from '../src/console/export/figures.ts'
import { actLine } from '../src/console/export/jsonl.ts'
import { type FileWords, signatureCells, unreviewed } from '../src/console/export/signature-table.ts'
import type { Received } from '../src/console/export-rows.ts'
import { holdsRoot } from '../src/console/key-ceremony.ts'
import { type KeyFile, KeyFileError } from '../src/console/key-file.ts'
import { openEnvelopes } from '../src/console/open-envelopes.ts'
import type { OpenedAct } from '../src/console/review/opened-act.ts'
import type { Unreadable } from '../src/console/tally.ts'
import { serve } from './worker-call.ts'

// A thread that opens envelopes. One of them reads the key file first, and ends: the passphrase's arithmetic takes 256 MiB.

const keys = new Map<string, OpeningKey>()

export interface OpenedPage {
  figures: Figures
  unreadable: { id: string; why: Unreadable }[]
  /** Lines of the file, where they were asked for. */
  lines?: Uint8Array
  /** A spreadsheet's cells. */
  cells?: string[][]
  acts?: OpenedAct[]
}

/** `acts`: the acts themselves, for whoever looks at all of them before a line is written. */
export interface Writing {
  want: 'csv' | 'jsonl' | 'xlsx' | 'acts'
  file: FileWords
}

let writing: Writing

const tasks = {
  /** @throws KeyFileError */
  async unlock({ file, phrase, campaign, root }: { file: Uint8Array; phrase: string; campaign: string; root: string }) {
    const keyFile = await readKeyFile(file, phrase, campaign)
    if (!holdsRoot(keyFile, root)) throw new KeyFileError('other-key')
    return keyFile.sealing
  },

  async prepare({ sealing, ...how }: Pick<KeyFile, 'sealing'> & Writing) {
    writing = how
    for (const { jwk } of sealing) {
      const key = await importOpeningKey(jwk)
      keys.set(key.id, key)
    }
  },

  async open({ items }: { items: Received[] }): Promise<OpenedPage> {
    const { want, file } = writing
    const opened = await openEnvelopes(items, keys)
    const figures = noFigures()
    const page: OpenedPage = { figures, unreadable: [] }
    const acts: OpenedAct[] = []
    items.forEach(({ envelope, receivedAt, late }, i) => {
      const body = opened[i] as ActBody | Exclude<Unreadable, 'twice'>
      if (typeof body === 'string') {
        countUnreadable(figures, body)
        page.unreadable.push({ id: envelope.id, why: body })
        return
      }
      const { sealed: _, ...head } = envelope
      const act = { head: head as OpenedAct['head'], receivedAt, late, body }
      countAct(figures, act)
      acts.push(act)
    })
    if (want === 'acts') return { ...page, acts }
    for (const signature of unreviewed(acts)) countSignature(figures, signature)
    if (want === 'jsonl') return { ...page, lines: encoder.encode(acts.map((act) => actLine(act)).join('')) }
    const cells = [...signatureCells(unreviewed(acts), file)]
    if (want === 'xlsx') return { ...page, cells }
    return { ...page, lines: encoder.encode(csvText(cells, file.words.delimiter)) }
  },
}

const encoder = new TextEncoder()

export type OpenerTasks = typeof tasks

serve(tasks)
