import * as z from 'zod/mini'
import { utf8 } from '../../protocol/base64url.ts'
import type { OpeningKey } from '../../protocol/seal.ts'
import type { CsvWords } from './csv.ts'
import type { Received } from './export-rows.ts'
import { openPage } from './open-page.ts'
import { serve } from './worker-line.ts'

// Holds the opening keys in memory until it is ended, and turns envelopes into lines of the file.
z.config({ jitless: true })

const keys = new Map<string, OpeningKey>()

const tasks = {
  /** Resolves when the keys have come through the port. */
  receiveKeys: ({ port }: { port: MessagePort }) =>
    new Promise<void>((resolve) => {
      port.onmessage = ({ data }: MessageEvent<OpeningKey[]>) => {
        for (const key of data) keys.set(key.id, key)
        port.close()
        resolve()
      }
    }),

  async open({ items, words }: { items: Received[]; words: CsvWords }) {
    const { csv, tally } = await openPage(items, keys, words)
    return { csv: utf8(csv), tally }
  },
}

export type OpeningTasks = typeof tasks

serve(tasks)
