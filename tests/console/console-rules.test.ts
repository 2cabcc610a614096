import { describe, expect, it } from 'vitest'
import { NoAnswer, ServerRefusal } from '../../src/api.ts'
import { failureWords, mayPassLater } from '../../src/console/failure-words.ts'
import { IDLE_MINUTES, IdleClock } from '../../src/console/idle-clock.ts'
import { PauseGate } from '../../src/console/pause-gate.ts'
import { hrefOf, placeOf } from '../../src/console/place.ts'
import { takeSetupToken } from '../../src/console/setup-link.ts'
import { addTallies, emptyTally } from '../../src/console/tally.ts'
import { consoleWords } from '../../src/i18n/console.ts'
import { allReasonWords } from '../../src/i18n/console-reasons.ts'

describe('the set-up link', () => {
  const replaced: string[] = []
  const past = {
    state: null,
    replaceState: (_: unknown, __: string, url?: string | URL | null) => void replaced.push(String(url)),
  }

  it('gives its token and leaves neither the address nor the history with it', () => {
    const address = { pathname: '/console/setup', hash: '#secret', search: '' }
    expect(takeSetupToken(address, past)).toBe('secret')
    expect(replaced).toEqual(['/console/setup'])
  })

  it('is told apart from the console’s other addresses, whose fragment is a place', () => {
    expect(takeSetupToken({ pathname: '/console', hash: '#key/x', search: '' }, past)).toBeNull()
    expect(takeSetupToken({ pathname: '/console/setup', hash: '', search: '' }, past)).toBe('')
    expect(replaced).toHaveLength(1)
  })
})

describe('the idle lock', () => {
  const at = { ms: 0 }
  const minutes = (n: number) => n * 60_000

  it('is over after ten minutes without a touch, and a touch starts it anew', () => {
    at.ms = 0
    const clock = new IdleClock(() => at.ms)
    at.ms = minutes(IDLE_MINUTES) - 1
    expect(clock.isOver()).toBe(false)
    expect(clock.minutesLeft()).toBe(1)
    clock.touch()
    expect(clock.minutesLeft()).toBe(IDLE_MINUTES)
    at.ms += minutes(IDLE_MINUTES)
    expect(clock.isOver()).toBe(true)
    expect(clock.minutesLeft()).toBe(0)
  })

  it('stays over: the touch that wakes a laptop does not keep the key open', () => {
    at.ms = 0
    const clock = new IdleClock(() => at.ms)
    at.ms = minutes(60)
    clock.touch()
    expect(clock.isOver()).toBe(true)
  })

  it('is over when the clock was set back', () => {
    at.ms = minutes(60)
    const clock = new IdleClock(() => at.ms)
    at.ms = 0
    expect(clock.isOver()).toBe(true)
  })
})

describe('a place in the console', () => {
  it('is written into the fragment and read from it', () => {
    for (const place of [
      { screen: 'overview' },
      { screen: 'key', campaign: 'ecrire-2024' },
      { screen: 'open', campaign: 'x' },
    ] as const) {
      expect(placeOf(hrefOf(place))).toEqual(place)
    }
  })

  it('is the overview for anything else', () => {
    for (const hash of ['', '#', '#x', '#key/', '#open/A<b>', '#key/a/b'])
      expect(placeOf(hash)).toEqual({ screen: 'overview' })
  })
})

describe('a pause', () => {
  it('holds work until it goes on', async () => {
    const gate = new PauseGate()
    await gate.pass()
    gate.pause()
    let passed = false
    const waiting = gate.pass().then(() => {
      passed = true
    })
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(passed).toBe(false)
    gate.goOn()
    await waiting
    expect(passed).toBe(true)
  })
})

describe('the tally of an opening', () => {
  it('adds up, and keeps every unreadable envelope', () => {
    const a = { envelopes: 2, aside: 0, opened: 1, unreadable: [{ id: 'x', why: 'no-key' as const }] }
    const sum = addTallies(addTallies(a, { envelopes: 1, aside: 1, opened: 1, unreadable: [] }), emptyTally())
    expect(sum).toEqual({ envelopes: 3, aside: 1, opened: 2, unreadable: [{ id: 'x', why: 'no-key' }] })
  })
})

describe('a failure', () => {
  const said = consoleWords.fr.failure

  it('is worded by what the coordinator can do about it', () => {
    expect(failureWords(new NoAnswer('network', null), said, allReasonWords.fr, false)).toBe(said.offline)
    expect(failureWords(new NoAnswer('network', null), said, allReasonWords.fr, true)).toBe(said.network)
    expect(failureWords(new NoAnswer('not-our-answer', 200), said, allReasonWords.fr, true)).toBe(said.foreign)
    expect(failureWords(new NoAnswer('not-our-answer', 502), said, allReasonWords.fr, true)).toBe(said.server)
    expect(failureWords(new ServerRefusal('too-many', 429, 12.3), said, allReasonWords.fr, true)).toContain('13 s')
    expect(failureWords(new ServerRefusal('last-admin', 409, null), said, allReasonWords.fr, true)).toBe(
      allReasonWords.fr['last-admin'],
    )
    expect(failureWords(new Error('x'), said, allReasonWords.fr, true)).toBe(said.unknown)
  })

  it('is waited out only when time can mend it', () => {
    expect(mayPassLater(new NoAnswer('network', null))).toBe(true)
    expect(mayPassLater(new ServerRefusal('overloaded', 503, null))).toBe(true)
    expect(mayPassLater(new ServerRefusal('unknown-campaign', 404, null))).toBe(false)
    expect(mayPassLater(new Error('x'))).toBe(false)
  })
})

describe('the console’s words', () => {
  const leaves = (part: unknown, path = ''): string[] =>
    typeof part === 'object' && part !== null
      ? Object.entries(part).flatMap(([key, it]) => leaves(it, `${path}.${key}`))
      : [`${path}: ${[...String(part).matchAll(/\{\w+\}/g)].map(([place]) => place).sort()}`]

  it('have the same places to fill in in every language', () => {
    expect(leaves(consoleWords.en)).toEqual(leaves(consoleWords.fr))
  })
})
