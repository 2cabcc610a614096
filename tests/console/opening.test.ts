import { describe, expect, it } from 'vitest'
import { utf8 } from '../../protocol/base64url.ts'
import type { Envelope } from '../../protocol/envelope.ts'
import type { Received } from '../../src/console/export-rows.ts'
import { openPage } from '../../src/console/open-page.ts'
import { type RunParts, runOpening } from '../../src/console/opening-run.ts'
import type { OpenedAct } from '../../src/console/review/opened-act.ts'
import { readPage } from '../../src/console/sealed-page.ts'
import { emptyTally, type Tally } from '../../src/console/tally.ts'
import { contact, openedPost, signature } from './fixtures.ts'

const { keys, post } = await openedPost()
const stranger = await openedPost()

const from = (firstName: string, petitions?: string[]) => post(signature({ firstName }), petitions)
const namesOf = (acts: OpenedAct[]) => acts.map(({ body }) => 'person' in body && body.person.firstName)

/** The same envelope with one clear field or byte changed by someone on the way. */
const changed = (received: Received, change: Partial<Envelope>): Received => ({
  ...received,
  envelope: { ...received.envelope, ...change } as Envelope,
})

type Open = (items: Received[]) => Promise<Tally>
const openHere: Open = async (items) => (await openPage(items, keys)).tally

/** The production parts on one thread: pages from a list, opened here instead of in a worker. */
function parts(pages: Received[][], more: Partial<RunParts> & { open?: Open } = {}): RunParts {
  const { open = openHere, ...rest } = more
  return {
    fetchPage: async (after) => {
      const at = Number(after ?? 0)
      return { next: at + 1 < pages.length ? String(at + 1) : null, open: () => open(pages[at] ?? []) }
    },
    lanes: 3,
    mayGoOn: async () => {},
    onProgress: () => {},
    signal: new AbortController().signal,
    ...rest,
  }
}

describe('a page of envelopes', () => {
  it('becomes acts in the order of the envelopes, without their seals', async () => {
    const { acts, tally } = await openPage([await from('Afi'), await from('Kossi', ['joel'])], keys)
    expect(namesOf(acts)).toEqual(['Afi', 'Kossi'])
    expect(acts[1]?.head).toMatchObject({ kind: 'signature', petitions: ['joel'] })
    expect(acts[1]?.head).not.toHaveProperty('sealed')
    expect(tally).toEqual({ ...emptyTally(), envelopes: 2, opened: 2 })
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
      changed(good, { id: 'no id' }),
      good,
    ]
    const { acts, tally } = await openPage(items, keys)
    expect(tally.unreadable).toEqual([
      { id: moved.envelope.id, why: 'wrong-key' },
      { id: foreign.envelope.id, why: 'no-key' },
      { id: bent.envelope.id, why: 'wrong-key' },
      { id: 'no id', why: 'not-readable' },
    ])
    expect(namesOf(acts)).toEqual(['Afi'])
    expect(tally.opened).toBe(1)
  })

  it('counts nothing of what is opened for comparing alone, and names none of it that cannot be read', async () => {
    const [afi, kossi] = [await from('Afi'), await from('Kossi')]
    const damaged = { ...kossi, envelope: { ...kossi.envelope, key: 'another' } }
    const { acts, tally } = await openPage([{ ...afi, aside: true }, { ...damaged, aside: true }, kossi], keys)
    expect(acts.map(({ aside }) => aside)).toEqual([true, undefined])
    expect(tally).toEqual({ envelopes: 3, aside: 2, opened: 1, unreadable: [] })
  })

  it('opens acts of every kind, and nothing where there is nothing', async () => {
    expect((await openPage([await post(contact())], keys)).acts[0]?.body.kind).toBe('contact')
    expect(await openPage([], keys)).toEqual({ acts: [], tally: emptyTally() })
  })
})

describe('what the server sent', () => {
  const read = (text: string) => readPage(utf8(text).buffer)
  it('is a page, and where the next one begins', async () => {
    const item = await from('Afi')
    expect(read(JSON.stringify({ items: [item], next: 'x' }))).toEqual({ items: [item], next: 'x' })
    expect(read('{"items":[],"next":null}')).toEqual({ items: [], next: null })
  })
  it.each([
    '',
    '<html>',
    'null',
    '[]',
    '{"items":[]}',
    '{"items":{},"next":null}',
    '{"items":[null],"next":null}',
    '{"items":[],"next":1}',
  ])('is not ours: %s', (text) =>
    expect(() => read(text)).toThrow(expect.objectContaining({ problem: 'not-our-answer' })),
  )
})

describe('an opening', () => {
  it('goes on past a page with a bad envelope and counts everything once', async () => {
    const pages = [[await from('Afi')], [await stranger.post(signature())], [await from('Yao')]]
    const told: number[] = []
    const tally = await runOpening(parts(pages, { onProgress: (it: Tally) => told.push(it.envelopes) }))
    expect(tally).toMatchObject({ envelopes: 3, opened: 2 })
    expect(tally.unreadable).toHaveLength(1)
    expect(told.at(-1)).toBe(3)
  })

  it('never has more pages at once than it may', async () => {
    const pages = await Promise.all(Array.from({ length: 8 }, async () => [await from('Afi')]))
    let now = 0
    let most = 0
    await runOpening(
      parts(pages, {
        lanes: 2,
        open: async (items) => {
          most = Math.max(most, ++now)
          await new Promise((resolve) => setTimeout(resolve, 5))
          now--
          return openHere(items)
        },
      }),
    )
    expect(most).toBe(2)
  })

  it('gives nothing at all when one page could not be opened', async () => {
    const pages = [[await from('Afi')], [await from('Ama')], [await from('Yao')]]
    let turn = 0
    const open: Open = (items) => (turn++ === 1 ? Promise.reject(new Error('crashed')) : openHere(items))
    await expect(runOpening(parts(pages, { open }))).rejects.toThrow('crashed')
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
    expect((await run).opened).toBe(2)
  })

  it('ends with the reason of the cancellation', async () => {
    const cancel = new AbortController()
    const pages = [[await from('Afi')], [await from('Ama')]]
    const run = runOpening(parts(pages, { signal: cancel.signal, onProgress: () => cancel.abort() }))
    await expect(run).rejects.toMatchObject({ name: 'AbortError' })
  })
})
