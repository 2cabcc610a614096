import * as z from 'zod/mini'
import type { OpeningKey } from '../../protocol/opening.ts'
import { openPage } from './open-page.ts'
import { readPage, type SealedPage } from './sealed-page.ts'
import { serve } from './worker-line.ts'

// Holds the opening keys in memory until it is ended. What it opens goes straight to the review worker, past the page.
z.config({ jitless: true })

const keys = new Map<string, OpeningKey>()
const pages = new Map<number, SealedPage>()
let review: MessagePort | null = null
let last = 0

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

  /** Where the acts go from now on. */
  async handTo({ port }: { port: MessagePort }) {
    review?.close()
    review = port
    pages.clear()
  },

  /** Reads the server's answer, and says at once where the next page begins. */
  async read({ bytes }: { bytes: ArrayBuffer }) {
    const page = readPage(bytes)
    pages.set(++last, page)
    return { page: last, next: page.next }
  },

  async open({ page }: { page: number }) {
    const items = pages.get(page)?.items ?? []
    pages.delete(page)
    const { acts, tally } = await openPage(items, keys)
    review?.postMessage({ acts, tally })
    return tally
  },
}

export type OpeningTasks = typeof tasks

serve(tasks)
