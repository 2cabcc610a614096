import { describe, expect, it } from 'vitest'
import { newUuid } from '../../protocol/ids.ts'
import type { CheckedDump } from '../../src/console/export/read-dump.ts'
import type { Received } from '../../src/console/export-rows.ts'
import { readDecisions, writeDecisions } from '../../src/console/station/decisions-file.ts'
import { chosen, dumpSource } from '../../src/console/station/dump-source.ts'
import { StationKeeper } from '../../src/console/station/station-keeper.ts'

const everything = { petitions: null, from: null, to: null, fresh: false, stands: null, channels: null }
const received = (receivedAt: string, ...petitions: string[]): Received =>
  ({ receivedAt, late: false, envelope: { id: newUuid(), petitions } }) as unknown as Received

describe('a dump in the place of the server', () => {
  const dumpOf = (pages: Received[][]) => {
    let ended = false
    const dump = {
      head: { campaign: {}, root: null, keys: [], consentTexts: [] },
      pages: async function* () {
        try {
          yield* pages
        } finally {
          ended = true
        }
      },
    } as unknown as CheckedDump
    return { dump, ended: () => ended }
  }
  const taking = () => {
    const taken: { items: Received[]; next: string | null }[] = []
    const takePage = async (bytes: ArrayBuffer) => {
      const page = JSON.parse(new TextDecoder().decode(bytes))
      taken.push(page)
      return { next: page.next, open: () => Promise.reject(new Error('not asked for')) }
    }
    return { taken, takePage }
  }

  it('gives page after page, and says at the last that no more comes', async () => {
    const day = '2026-11-25T08:00:00.000Z'
    const pages = [[received(day, 'a')], [received(day, 'b'), received(day, 'a', 'b')], [received(day)]]
    const { taken, takePage } = taking()
    const fetchPage = dumpSource(dumpOf(pages).dump, () => []).pages(everything, { takePage }, () => {})
    const { signal } = new AbortController()
    for (let page = await fetchPage(null, signal); page.next !== null; ) page = await fetchPage(page.next, signal)
    expect(taken.map((it) => it.items)).toEqual(pages)
    expect(taken.map((it) => it.next)).toEqual(['more', 'more', null])
  })

  it('is read no further once the opening is given up, and an empty one is one empty page', async () => {
    const { dump, ended } = dumpOf([[received('2026-11-25T08:00:00Z')], [], []])
    const stop = new AbortController()
    await dumpSource(dump, () => []).pages(everything, taking(), () => {})(null, stop.signal)
    stop.abort()
    await expect.poll(ended).toBe(true)
    const { taken, takePage } = taking()
    await dumpSource(dumpOf([]).dump, () => []).pages(everything, { takePage }, () => {})(null, stop.signal)
    expect(taken).toEqual([{ items: [], next: null }])
  })

  it('chooses by petition and by moment as the server does, both ends included, and leaves the rest of a petition aside', () => {
    const it = received('2026-11-25T08:00:00.000Z', 'a', 'b')
    const taken = (change: Partial<typeof everything | { petitions: string[]; from: string; to: string }>) =>
      chosen([it], { ...everything, ...change } as typeof everything)
    const aside = [{ ...it, aside: true }]
    expect(taken({})).toEqual([it])
    expect(taken({ petitions: ['b', 'c'] })).toEqual([it])
    expect(taken({ petitions: ['c'] })).toEqual([])
    expect(taken({ from: '2026-11-25T08:00:00Z', to: '2026-11-25T08:00:00Z' })).toEqual([it])
    expect(taken({ from: '2026-11-25T08:00:00.001Z' })).toEqual(aside)
    expect(taken({ to: '2026-11-25T07:59:59.999Z' })).toEqual(aside)
  })
})

describe('what is decided at the station', () => {
  const [one, two] = [newUuid(), newUuid()]
  it('is kept by act and petition, the last word counts, and comes back from its file', async () => {
    const keeper = new StationKeeper('c-1', '2026-11-25T08:00:00.000Z')
    let told = 0
    keeper.onChange(() => told++)
    await keeper.decide([
      { envelope: one, petition: 'a', verdict: 'valid' },
      { envelope: one, petition: 'b', verdict: 'duplicate' },
      { envelope: two, petition: null, verdict: 'read' },
    ])
    await keeper.decide([
      { envelope: one, petition: 'a', verdict: 'rejected' },
      { envelope: two, petition: null, verdict: null },
    ])
    await keeper.withdraw(two)
    expect(told).toBe(3)
    const read = readDecisions(writeDecisions(keeper.content), 'c-1')
    expect(read?.decisions).toEqual([
      { envelope: one, petition: 'a', verdict: 'rejected' },
      { envelope: one, petition: 'b', verdict: 'duplicate' },
    ])
    expect(read?.withdrawn).toEqual([two])
    expect(new StationKeeper('c-1', '', read).content).toEqual(keeper.content)
  })

  it('is not taken from another campaign, nor from what is no such file', async () => {
    const text = writeDecisions({ campaign: 'c-1', decisions: [], withdrawn: [] })
    expect(readDecisions(text, 'c-2')).toBeNull()
    for (const wrong of ['', '{}', text.slice(0, -5), text.replace('"v":1', '"v":2').replace('"v": 1', '"v": 2')])
      expect(readDecisions(wrong, 'c-1'), wrong).toBeNull()
  })
})
