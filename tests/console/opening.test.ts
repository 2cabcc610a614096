import { describe, expect, it } from 'vitest'
import { utf8 } from '../../protocol/base64url.ts'
import type { Envelope } from '../../protocol/envelope.ts'
import type { Received } from '../../src/console/export-rows.ts'
import { openPage } from '../../src/console/open-page.ts'
import { type RunParts, runOpening } from '../../src/console/opening-run.ts'
import { signatureTotal, type Tally } from '../../src/console/tally.ts'
import { contact, openedPost, signature, words } from './fixtures.ts'

const { keys, post } = await openedPost()
const stranger = await openedPost()

const from = (firstName: string, petitions?: string[]) => post(signature({ firstName }), petitions)

/** The same envelope with one clear field or byte changed by someone on the way. */
const changed = (received: Received, change: Partial<Envelope>): Received => ({
  ...received,
  envelope: { ...received.envelope, ...change } as Envelope,
})

/** The production parts on one thread: pages from a list, opened here instead of in a worker. */
function parts(pages: Received[][], more: Partial<RunParts> = {}): RunParts {
  return {
    fetchPage: async (after) => {
      const at = Number(after ?? 0)
      return { items: pages[at] ?? [], next: at + 1 < pages.length ? String(at + 1) : null }
    },
    openPage: async (items) => {
      const { csv, tally } = await openPage(items, keys, words)
      return { csv: utf8(csv), tally }
    },
    lanes: 3,
    mayGoOn: async () => {},
    onProgress: () => {},
    signal: new AbortController().signal,
    ...more,
  }
}

const textOf = (pieces: Uint8Array<ArrayBuffer>[]) => new Blob(pieces).text()

describe('a page of envelopes', () => {
  it('becomes one line for each signature, in the order of the envelopes', async () => {
    const { csv, tally } = await openPage([await from('Afi'), await from('Kossi', ['joel'])], keys, words)
    expect(csv.match(/Afi|Kossi/g)).toEqual(['Afi', 'Afi', 'Kossi'])
    expect(tally).toMatchObject({ envelopes: 2, opened: 2, people: 2, signatures: { joel: 2, manahel: 1 } })
    expect(signatureTotal(tally)).toBe(3)
  })

  it('names the envelopes that do not open, with the reason, and opens the others', async () => {
    const [good, moved, foreign, bent] = await Promise.all([
      from('Afi'),
      from('Kossi'),
      stranger.post(signature()),
      from('Ama'),
    ])
    const last = bent.envelope.sealed.at(-2) === 'A' ? 'B' : 'A'
    const items = [
      changed(moved, { petitions: ['joel'] }),
      foreign,
      changed(bent, { sealed: bent.envelope.sealed.slice(0, -2) + last + bent.envelope.sealed.slice(-1) }),
      good,
    ]
    const { csv, tally } = await openPage(items, keys, words)
    expect(tally.unreadable).toEqual([
      { id: moved.envelope.id, why: 'wrong-key' },
      { id: foreign.envelope.id, why: 'no-key' },
      { id: bent.envelope.id, why: 'wrong-key' },
    ])
    expect(tally.opened).toBe(1)
    expect(csv.match(/Afi/g)).toHaveLength(2)
    expect(csv).not.toMatch(/Kossi|Ama/)
  })

  it('counts messages and says nothing of them in the file of signatures', async () => {
    const { csv, tally } = await openPage([await post(contact())], keys, words)
    expect(csv).toBe('')
    expect(tally).toMatchObject({ opened: 1, people: 0, others: { letter: 0, join: 0, contact: 1 } })
  })

  it('is empty when there is nothing', async () => {
    expect(await openPage([], keys, words)).toMatchObject({ csv: '', tally: { envelopes: 0 } })
  })
})

describe('an opening', () => {
  it('keeps the order of the pages even when a later one is opened first', async () => {
    const pages = [[await from('Afi', ['joel'])], [await from('Ama', ['joel'])], [await from('Yao', ['joel'])]]
    const usual = parts(pages)
    let turn = 0
    const { pieces } = await runOpening({
      ...usual,
      openPage: async (items) => {
        await new Promise((resolve) => setTimeout(resolve, 30 - 10 * turn++))
        return usual.openPage(items)
      },
    })
    expect((await textOf(pieces)).match(/Afi|Ama|Yao/g)).toEqual(['Afi', 'Ama', 'Yao'])
  })

  it('goes on past a page with a bad envelope and counts everything once', async () => {
    const pages = [[await from('Afi')], [await stranger.post(signature())], [await from('Yao')]]
    const told: number[] = []
    const { tally } = await runOpening(parts(pages, { onProgress: (it: Tally) => told.push(it.envelopes) }))
    expect(tally).toMatchObject({ envelopes: 3, opened: 2, people: 2 })
    expect(tally.unreadable).toHaveLength(1)
    expect(told.at(-1)).toBe(3)
  })

  it('takes the first of two envelopes with one id and names the second', async () => {
    const first = await from('Afi', ['joel'])
    const second = changed(await from('Ama', ['joel']), { id: first.envelope.id })
    const { pieces, tally } = await runOpening(parts([[first], [second]]))
    expect(await textOf(pieces)).not.toContain('Ama')
    expect(tally).toMatchObject({ envelopes: 2, opened: 1, unreadable: [{ id: first.envelope.id, why: 'twice' }] })
  })

  it('never has more pages at once than it may', async () => {
    const pages = await Promise.all(Array.from({ length: 8 }, async () => [await from('Afi')]))
    const usual = parts(pages)
    let now = 0
    let most = 0
    await runOpening({
      ...usual,
      lanes: 2,
      openPage: async (items) => {
        most = Math.max(most, ++now)
        await new Promise((resolve) => setTimeout(resolve, 5))
        now--
        return usual.openPage(items)
      },
    })
    expect(most).toBe(2)
  })

  it('gives nothing at all when one page could not be opened', async () => {
    const pages = [[await from('Afi')], [await from('Ama')], [await from('Yao')]]
    const usual = parts(pages)
    let turn = 0
    const run = runOpening({
      ...usual,
      openPage: (items) => (turn++ === 1 ? Promise.reject(new Error('crashed')) : usual.openPage(items)),
    })
    await expect(run).rejects.toThrow('crashed')
  })

  it('fetches nothing while it is paused, and the rest afterwards', async () => {
    const pages = [[await from('Afi')], [await from('Ama')]]
    let goOn = () => {}
    const paused = new Promise<void>((resolve) => {
      goOn = resolve
    })
    let fetched = 0
    const usual = parts(pages)
    const run = runOpening({
      ...usual,
      mayGoOn: () => (fetched === 1 ? paused : Promise.resolve()),
      fetchPage: (after, signal) => {
        fetched++
        return usual.fetchPage(after, signal)
      },
    })
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(fetched).toBe(1)
    goOn()
    expect((await run).tally.opened).toBe(2)
  })

  it('ends with the reason of the cancellation', async () => {
    const cancel = new AbortController()
    const pages = [[await from('Afi')], [await from('Ama')]]
    const run = runOpening(parts(pages, { signal: cancel.signal, onProgress: () => cancel.abort() }))
    await expect(run).rejects.toMatchObject({ name: 'AbortError' })
  })
})
