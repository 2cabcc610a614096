// A page of nobody's, where the limits' own scripts run: no policy, no worker of ours, nothing else.
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { rawParts } from './raw-parts.ts'

const LIMITS = join(import.meta.dirname, 'limits')

export async function serveLimits(): Promise<{ url: string; close: () => void }> {
  const server = createServer(async ({ url = '' }, answer) => {
    const name = /^\/([\w.-]+\.mjs)$/.exec(url)?.[1]
    answer.setHeader('content-type', name ? 'text/javascript' : 'text/html')
    answer.end(name ? await readFile(join(LIMITS, name)) : '<!doctype html><title>limit</title>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('no port')
  return { url: `http://localhost:${address.port}/`, close: () => server.close() }
}

/** As many workers as the console has, each ready with the same envelopes. */
export const prepareLimit = (page: Page, parts: ReturnType<typeof rawParts>): Promise<number> =>
  page.evaluate(async ({ jwk, recipient, info, envelopes }) => {
    const bytes = (base64: string) => Uint8Array.from(atob(base64), (it) => it.charCodeAt(0))
    // As MOST_WORKERS of src/console/opening-station.ts.
    const count = Math.min(4, Math.max(1, navigator.hardwareConcurrency ?? 1))
    const workers = Array.from({ length: count }, () => new Worker('/raw-open.worker.mjs', { type: 'module' }))
    const told = {
      jwk,
      recipient: bytes(recipient),
      info: bytes(info),
      envelopes: envelopes.map(({ sealed, aad }) => ({ sealed: bytes(sealed), aad: bytes(aad) })),
    }
    const answer = <T>(worker: Worker, question: unknown) =>
      new Promise<T>((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data)
        worker.onerror = (event) => reject(new Error(event.message))
        worker.postMessage(question)
      })
    await Promise.all(workers.map((it) => answer(it, told)))
    Object.assign(globalThis, {
      openRaw: async (all: number) =>
        Math.max(...(await Promise.all(workers.map((it) => answer<number>(it, Math.ceil(all / count)))))),
    })
    return count
  }, parts)

/** ms until the slowest worker has opened its share. */
export const openRaw = (page: Page, envelopes: number): Promise<number> =>
  page.evaluate((it) => (globalThis as unknown as { openRaw(n: number): Promise<number> }).openRaw(it), envelopes)
