import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { formatReceiptCode, newReceiptCode } from '../../protocol/receipt.ts'
import { IdTaken } from '../../src/outbox/keeping.ts'
import { NotDelivered } from '../../src/outbox/not-delivered.ts'
import { StorageFailure, type StorageProblem } from '../../src/outbox/storage.ts'
import { emptyFields } from '../../src/petition/sign.ts'
import { keepAct, type Sitting } from '../../src/petition/sitting.ts'
import { KioskLoop } from '../../src/stand/kiosk/loop.ts'
import type { Setting } from '../../src/stand/kiosk/steps.ts'
import { COUNTDOWN_MS, type Keep, type Kiosk, type KioskEvent, WARN_MS } from '../../src/stand/kiosk.ts'
import { setting } from './setting.ts'

// A day at the stand, with the production loop and the production sitting over a disk and a server that fail as they like.
// Whatever is touched, whenever the answers come: nothing of a signer is there for the next one; what was signed is kept once; no
// thank-you without it; none on another person's screen.

/** How a try to keep ends: `lost` is on disk, but the answer says it is not. */
const FATES = ['kept', 'kept', 'kept', 'quota', 'connection-lost', 'lost', 'there', 'broken'] as const
type Fate = (typeof FATES)[number]

type Move =
  | { do: 'event'; event: KioskEvent }
  | { do: 'type everything' }
  | { do: 'sign at once' }
  | { do: 'wait'; ms: number }
  | { do: 'answer'; fate: Fate }

const events: fc.Arbitrary<KioskEvent> = fc.oneof(
  ...(
    [
      { type: 'touch' },
      { type: 'begin' },
      { type: 'begin', only: 'joel-paredes' },
      { type: 'speak', language: 'en' },
      { type: 'speak', language: 'fr' },
      { type: 'change', fields: { petitions: ['joel-paredes'] } },
      { type: 'change', fields: { way: 'email' } },
      { type: 'change', fields: { agreed: [] } },
      { type: 'draw', strokes: [] },
      { type: 'next' },
      { type: 'next' },
      { type: 'next' },
      { type: 'next', undrawn: true },
      { type: 'back' },
      { type: 'want-slip' },
      { type: 'slip', code: null },
      { type: 'stay' },
      { type: 'end' },
      { type: 'tick' },
      { type: 'hidden' },
      { type: 'shown' },
      { type: 'reload' },
      { type: 'leave' },
      { type: 'storage', problem: null },
    ] satisfies KioskEvent[]
  ).map((it) => fc.constant(it)),
)
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('event' as const), event: events }) },
  { weight: 3, arbitrary: fc.constant({ do: 'type everything' as const }) },
  { weight: 4, arbitrary: fc.constant({ do: 'sign at once' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: -20_000, max: 90_000 }) }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('answer' as const), fate: fc.constantFrom(...FATES) }) },
)

const SLACK_MS = 5000

interface Act {
  mark: string
  fields: string
}

class Day {
  now = 1_700_000_000_000
  readonly loop: KioskLoop<Sitting<Act>>
  /** By the envelope's id: whose signature it is. */
  readonly disk = new Map<string, string>()
  readonly server = new Map<string, string>()
  readonly tries: { round: number; end: (fate: Fate) => void }[] = []
  /** Rounds that were begun to be kept, once for each press that was accepted. */
  readonly accepted: number[] = []
  readonly asked: number[] = []
  /** Codes of each signer's paper slip, one for each. */
  readonly slips = new Map<number, string>()
  /** What an expectation in the middle of keeping would say: there it would count as a failure of the disk. */
  readonly wrong: string[] = []
  ids = 0
  private sentAt = this.now

  constructor(at: Setting) {
    this.loop = new KioskLoop<Sitting<Act>>(at, {
      now: () => this.now,
      openSitting: () => ({ id: `id-${++this.ids}`, code: newReceiptCode(), sealed: null }),
      keep: (sitting, what, sending) => this.keep(sitting, what, sending),
      tell: () => {},
    })
  }

  private keep(sitting: Sitting<Act>, what: Keep, sending: () => void) {
    this.asked.push(what.round)
    const mark = markOf(what.round)
    // Nothing but this signer's own things is kept for them.
    if (marksIn(what).some((it) => it !== mark)) this.wrong.push(`${mark} is kept with another one's`)
    if (what.slip && sitting.code !== what.slip) this.wrong.push(`${mark} does not get the slip's code`)
    let fate: Fate
    return keepAct(sitting, { mark, fields: JSON.stringify(what) }, sending, {
      newId: () => `id-${++this.ids}`,
      seal: async (act, { id }) => ({ id, act }) as never,
      keep: async (envelope) => {
        fate = await new Promise<Fate>((end) => this.tries.push({ round: what.round, end }))
        const { id } = envelope
        if (fate === 'broken') throw new Error('something else')
        if (fate === 'there') throw new StorageFailure('cannot-open')
        const held = this.disk.get(id)
        if (held && held !== mark) throw new IdTaken()
        if (fate === 'kept' || fate === 'lost') this.disk.set(id, mark)
        if (fate !== 'kept') throw new StorageFailure(fate === 'lost' ? 'not-kept' : (fate as StorageProblem))
      },
      keepAtServer: async ({ id }) => {
        if (fate !== 'there') throw new NotDelivered('offline')
        this.server.set(id, mark)
      },
    })
  }

  async play(it: Move): Promise<void> {
    if (it.do === 'event') this.send(it.event)
    else if (it.do === 'type everything') this.typeEverything()
    else if (it.do === 'wait') {
      this.now += it.ms
    } else if (it.do === 'sign at once') {
      this.send({ type: 'begin' })
      this.typeEverything()
      // Impatient hands press once more than there are steps.
      for (let i = 0; i < 6; i++) this.send({ type: 'next' })
    } else {
      this.tries.shift()?.end(it.fate)
      // An answer counts as a touch: its thank-you has to be read.
      this.sentAt = this.now
    }
    await settled()
    this.look()
  }

  private send(event: KioskEvent): void {
    const { screen: before, touchedAt } = this.loop.kiosk
    // A clock may go back by seconds and mean nothing.
    const quiet = this.now - this.sentAt - SLACK_MS
    this.loop.send(event)
    const after = this.loop.kiosk.screen
    this.sentAt = this.now
    // Nobody touched anything for so long, or the clock was set back: whoever comes now finds the first screen, or begins.
    if ((quiet >= WARN_MS + COUNTDOWN_MS || this.now < touchedAt - SLACK_MS) && after.at !== 'idle')
      expect([event.type, before.at]).toEqual(['begin', 'idle'])
    if (event.type === 'reload' || event.type === 'leave') expect(after.at).toBe('idle')
    if (after.at === 'saving' && before.at === 'form') this.accepted.push(after.form.round)
    if (event.type === 'begin' && before.at === 'idle' && after.at === 'form') this.clean()
    this.look()
  }

  private typeEverything(): void {
    const { round, screen } = this.loop.kiosk
    if (screen.at !== 'form') return
    const mark = markOf(round)
    const slip = this.slips.get(round) ?? newReceiptCode()
    this.slips.set(round, slip)
    this.send({
      type: 'change',
      fields: {
        firstName: mark,
        lastName: mark,
        way: 'place',
        phone: mark,
        email: mark,
        town: mark,
        quarter: mark,
        agreed: ['sign'],
        petitions: this.loop.setting.petitions,
      },
    })
    this.send({ type: 'draw', strokes: [[{ x: 1, y: 100_000 + round }]] })
    if (round % 2) this.send({ type: 'slip', code: slip })
  }

  /** A new form is as the first one of the day was. */
  private clean(): void {
    const { screen } = this.loop.kiosk
    if (screen.at !== 'form') return
    const { fields, strokes, slip, failed, tried, insisted } = screen
    expect({ ...fields, petitions: [] }).toEqual(emptyFields(this.loop.setting.campaign, []))
    expect({ strokes, slip, failed, tried, insisted }).toEqual({
      strokes: [],
      slip: null,
      failed: null,
      tried: false,
      insisted: false,
    })
  }

  look(): void {
    const { screen } = this.loop.kiosk
    const whose = screen.at === 'saving' ? screen.form.round : screen.at === 'idle' ? null : screen.round
    // All that the loop itself holds: the screen, and what tries share.
    const { kiosk, sitting } = this.loop as unknown as { kiosk: Kiosk; sitting: unknown }
    const mine = whose === null ? [] : [markOf(whose)]
    expect(marksIn({ kiosk, sitting }).filter((it) => !mine.includes(it))).toEqual([])
    for (const [round, code] of this.slips)
      if (round !== whose) expect(JSON.stringify({ kiosk, sitting })).not.toContain(code)
    if (screen.at === 'idle') expect(sitting).toBeNull()

    expect(this.wrong).toEqual([])
    // One try for each press that was taken, and never two at a time.
    expect(this.asked).toEqual(this.accepted)
    const rounds = this.tries.map((it) => it.round)
    expect(new Set(rounds).size).toBe(rounds.length)

    // Kept once: under one id, wherever that is.
    const kept = [...new Map([...this.disk, ...this.server]).values()]
    expect(new Set(kept).size).toBe(kept.length)
    if (screen.at !== 'thanks') return
    const place = screen.kept === 'here' ? this.disk : this.server
    expect([...place.values()]).toContain(markOf(screen.round))
    expect(screen.firstName).toBe(markOf(screen.round))
    const slip = screen.onPaper ? this.slips.get(screen.round) : null
    if (slip) expect(screen.receipt).toBe(formatReceiptCode(slip))
  }
}

const markOf = (round: number) => `SIGNER${round}X`
const marksIn = (it: unknown): string[] => {
  const text = JSON.stringify(it)
  const drawn = [...text.matchAll(/"y":100(\d{3})/g)].map(([, round]) => markOf(Number(round)))
  return [...(text.match(/SIGNER\d+X/g) ?? []), ...drawn]
}
const settled = () => new Promise((done) => setImmediate(done))

describe('from any state, by any sequence of events', () => {
  let settings: Setting[]
  beforeAll(async () => {
    settings = [await setting(), await setting({ allTicked: false, drawn: true })]
    vi.spyOn(console, 'error').mockImplementation(() => {})
  })
  // Not a word of a signer in what is logged when keeping breaks.
  afterEach(() => {
    expect(marksIn(vi.mocked(console.error).mock.calls)).toEqual([])
    vi.restoreAllMocks()
  })

  it('nothing of a signer survives into the next form, and each signature is kept exactly once', async () => {
    const seen = { thanks: 0, retried: 0, late: 0 }
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 1 }), fc.array(move, { minLength: 5, maxLength: 60 }), async (which, moves) => {
        const day = new Day(settings[which] as Setting)
        for (const it of moves) await day.play(it)
        // Everybody goes home: what is still being kept is answered, to nobody.
        while (day.tries.length > 0) await day.play({ do: 'answer', fate: 'kept' })
        const stored = new Set([...day.disk.values(), ...day.server.values()])
        seen.thanks += stored.size
        seen.retried += day.accepted.length - new Set(day.accepted).size
        seen.late += day.loop.kiosk.unkept
      }),
      { numRuns: 250 },
    )
    // The day was not an idle one.
    expect(Math.min(seen.thanks, seen.retried, seen.late)).toBeGreaterThan(0)
  })
})
