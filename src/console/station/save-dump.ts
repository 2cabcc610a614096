import { DUMP_ROUTES } from '../../../protocol/sealed-dump.ts'
import { NoAnswer } from '../../api.ts'
import { fetchedDump } from '../export/fetch-dump.ts'
import { fetchPageBytes, type OnStall, patiently } from '../patient-fetch.ts'
import { NotAPage, readPage } from '../sealed-page.ts'
import type { Session } from '../session.ts'

/** What is put together before it goes into a Blob, which the browser keeps out of the page's memory. */
const PIECE = 4 * 1024 * 1024

interface Parts {
  savedAt: string
  signal: AbortSignal
  onStall: OnStall
  onProgress: (envelopes: number) => void
}

/** All that the server holds of a campaign as one sealed file; waits out what passes by itself. @throws what only a person can mend */
export async function dumpBlob(session: Session, campaign: string, { savedAt, signal, ...on }: Parts): Promise<Blob> {
  const patient = <T>(work: () => Promise<T>) => patiently(work, on.onStall, signal)
  const asked = { parameters: { campaign }, signal }
  const after = (cursor: string | null): Record<string, string> => (cursor === null ? {} : { after: cursor })
  const lines = fetchedDump(
    {
      facts: () => patient(() => session.call(DUMP_ROUTES.facts, asked)),
      envelopes: (cursor) =>
        patient(async () => {
          const query = new URLSearchParams({ for: 'copy', ...after(cursor) }).toString()
          return pageOf(await fetchPageBytes(session, campaign, query, signal))
        }),
      withdrawals: (cursor) => patient(() => session.call(DUMP_ROUTES.withdrawals, { ...asked, query: after(cursor) })),
    },
    { savedAt, onProgress: on.onProgress },
  )
  const blobs: Blob[] = []
  let piece: string[] = []
  let length = 0
  for await (const line of lines) {
    signal.throwIfAborted()
    piece.push(line)
    length += line.length
    if (length < PIECE) continue
    blobs.push(new Blob(piece))
    piece = []
    length = 0
  }
  return new Blob([...blobs, ...piece], { type: 'text/plain' })
}

function pageOf(bytes: ArrayBuffer) {
  try {
    return readPage(bytes)
  } catch (cause) {
    if (cause instanceof NotAPage) throw new NoAnswer('not-our-answer', 200, { cause })
    throw cause
  }
}
