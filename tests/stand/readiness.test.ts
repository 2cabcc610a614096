import { describe, expect, it } from 'vitest'
import { en } from '../../src/i18n/en/stand.ts'
import { fr } from '../../src/i18n/fr/stand.ts'
import { CHECKS, type Check, type Findings, judge, mayOpen, overall } from '../../src/stand/readiness.ts'

const NOON = Date.UTC(2026, 10, 22, 12)
const HOUR = 3_600_000

const ready: Findings = {
  installed: true,
  persisted: true,
  freeBytes: 2e9,
  lacking: [],
  trial: { sealed: true, kept: true },
  rootFits: true,
  now: NOON,
  serverNow: NOON + 1000,
  lastContact: NOON,
}
const offline: Partial<Findings> = { serverNow: null, lastContact: NOON - 20 * HOUR }

const found = (over: Partial<Findings>) => judge({ ...ready, ...over })
const of = (check: Check, over: Partial<Findings>) => {
  const { level, says, blocks } = found(over).find((it) => it.check === check) as ReturnType<typeof judge>[number]
  return `${level} ${says}${blocks ? ' blocks' : ''}`
}

describe('a tablet', () => {
  it('is green where all is in order', () => {
    expect(overall(found({}))).toBe('ok')
    expect(mayOpen(found({}))).toBe(true)
  })

  it('is amber without a network for what only a server knows, and opens', () => {
    const results = found(offline)
    expect(results.filter((it) => it.level !== 'ok').map((it) => it.check)).toEqual(['root', 'clock'])
    expect(overall(results)).toBe('unsure')
    expect(mayOpen(results)).toBe(true)
  })

  it('says first what keeps it shut, then what is to be done, then what could not be checked', () => {
    const results = found({ ...offline, freeBytes: 1e6, installed: false, persisted: false })
    expect(results.map((it) => it.check)).toEqual(['space', 'stay', 'installed', 'root', 'clock', 'storage', 'files'])
  })

  it.each<[Check, Partial<Findings>, string]>([
    ['storage', { trial: { sealed: true, kept: false } }, 'bad bad blocks'],
    ['storage', { trial: { sealed: false, kept: false } }, 'bad bad blocks'],
    ['storage', { trial: { sealed: false, kept: true } }, 'ok ok'],
    ['root', { trial: { sealed: false, kept: true } }, 'bad noKey blocks'],
    ['root', { rootFits: false }, 'bad otherRoot blocks'],
    ['root', { ...offline, rootFits: false }, 'bad otherRoot blocks'],
    ['files', { lacking: ['/assets/stand/x.js'] }, 'bad bad'],
    ['files', { lacking: null }, 'bad noWorker'],
    ['space', { freeBytes: null }, 'unsure unsure'],
    ['space', { freeBytes: 20e6 }, 'bad bad'],
    ['space', { freeBytes: 1e6 }, 'bad none blocks'],
    ['clock', { now: NOON + 10 * 60_000, serverNow: NOON }, 'bad bad'],
    ['clock', { now: NOON - 10 * 60_000, serverNow: NOON }, 'bad bad'],
    ['clock', { now: NOON + 4 * 60_000, serverNow: NOON }, 'ok ok'],
    ['clock', { now: NOON - HOUR, serverNow: null, lastContact: NOON }, 'bad bad'],
    ['clock', { now: NOON + 900 * HOUR, serverNow: null, lastContact: NOON }, 'unsure unsure'],
    ['clock', { serverNow: null, lastContact: null }, 'unsure unsure'],
    ['stay', { persisted: false }, 'bad bad'],
    ['stay', { persisted: null }, 'bad bad'],
    ['installed', { installed: false }, 'bad bad'],
  ])('%s %o is %s', (check, over, said) => {
    expect(of(check, over)).toBe(said)
    expect(mayOpen(found(over))).toBe(found(over).every((it) => !it.blocks))
  })

  it('is told in both languages what was found, whatever it is', () => {
    const worst: Partial<Findings>[] = [
      {},
      offline,
      { trial: { sealed: false, kept: false }, lacking: null, freeBytes: 1, persisted: false, installed: false },
      { rootFits: false, lacking: ['x'], freeBytes: 20e6, now: 0 },
      { freeBytes: null },
    ]
    for (const { check, says } of worst.flatMap(found))
      for (const words of [fr, en])
        expect((words.check.item[check] as Record<string, string>)[says], `${check}.${says}`).toBeTruthy()
    expect(Object.keys(fr.check.item).sort()).toEqual([...CHECKS].sort())
  })
})
