import 'fake-indexeddb/auto'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { REASONS, type Reason } from '../../protocol/reasons.ts'
import { allReasonWords as reasonWords } from '../../src/i18n/console-reasons.ts'
import { LanguageContext } from '../../src/i18n/language.tsx'
import { LANGUAGES, type Language } from '../../src/i18n/languages.ts'
import { outboxWords } from '../../src/i18n/outbox.ts'
import { RefusedEntries } from '../../src/outbox/RefusedList.tsx'
import { StorageTrouble } from '../../src/outbox/StorageTrouble.tsx'
import { SyncLine } from '../../src/outbox/SyncStatus.tsx'
import { statusOf } from '../../src/outbox/status.ts'
import { EMPTY_TALLY, type Memory, NEW_MEMORY, type Tally } from '../../src/outbox/storage.ts'
import { NOON } from './samples.ts'

const view = (tally: Partial<Tally>, memory: Partial<Memory> = {}) => ({
  tally: { ...EMPTY_TALLY, ...tally },
  memory: { ...NEW_MEMORY, ...memory },
  withdraw: false,
})
const backOff = (why: 'network' | 'busy' | 'not-our-answer', inMs = 170_000) => ({
  backOff: { from: NOON, until: NOON + inMs, why },
})
const two = { captured: 2, waiting: 2 }

describe('the status', () => {
  it.each([
    ['nothing was signed here', view({}), false, true, { kind: 'nothing' }],
    ['all arrived', view({ captured: 3, accepted: 3 }), false, true, { kind: 'arrived', accepted: 3 }],
    ['only refused ones are left', view({ captured: 1, refused: 1 }), false, true, { kind: 'nothing' }],
    [
      'nothing but a withdrawal waits',
      { ...view({ captured: 2, accepted: 1, withdrawn: 1 }), withdraw: true },
      false,
      false,
      { kind: 'withdrawing' },
    ],
    ['it is being sent', view(two), true, true, { kind: 'sending', waiting: 2 }],
    ['the phone is offline', view(two, backOff('network')), false, false, { kind: 'offline', waiting: 2 }],
    ['it is about to be sent', view(two), false, true, { kind: 'soon', waiting: 2 }],
    ['the wait has ended', view(two, backOff('network', 0)), false, true, { kind: 'soon', waiting: 2 }],
    [
      'the server does not answer though there is a network',
      view(two, backOff('network')),
      false,
      true,
      { kind: 'failing', waiting: 2, why: 'network', nextInMs: 170_000 },
    ],
  ])('tells when %s', (_, seen, sending, online, status) => {
    expect(statusOf(seen, sending, online, NOON)).toEqual(status)
  })
})

const html = (language: Language, node: preact.ComponentChild) =>
  renderToString(<LanguageContext.Provider value={language}>{node}</LanguageContext.Provider>)
const text = (language: Language, node: preact.ComponentChild) =>
  html(language, node)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

describe('the line that a person reads', () => {
  const line = (language: Language, ...seen: Parameters<typeof statusOf>) =>
    text(language, <SyncLine status={statusOf(...seen)} lastContact={null} />)

  it('tells offline and failing apart, in both languages', () => {
    const offline = [view(two, backOff('network')), false, false, NOON] as const
    const failing = [view(two, backOff('network')), false, true, NOON] as const
    expect(line('fr', ...offline)).toContain('2 envois chiffrés attendent dans cet appareil. Pas de réseau')
    expect(line('en', ...offline)).toContain('2 sealed envelopes are waiting in this device. No network')
    expect(line('fr', ...failing)).toContain('Le serveur ne répond pas. Nouvel essai dans 3 minutes.')
    expect(line('en', ...failing)).toContain('The server does not answer. Next try in 3 minutes.')
  })

  it('names a captive portal, and patience that the server asks for', () => {
    expect(line('fr', view(two, backOff('not-our-answer')), false, true, NOON)).toContain('wifi')
    expect(line('fr', view(two, backOff('busy')), false, true, NOON)).toContain('patience')
  })

  it('says "arrived" only when nothing waits', () => {
    expect(line('fr', view({ captured: 1, accepted: 1 }), false, true, NOON)).toBe('Votre envoi est arrivé.')
    expect(line('fr', view({ captured: 2, accepted: 1, waiting: 1 }), false, true, NOON)).not.toContain('arrivé')
    expect(line('fr', view({ captured: 1, withdrawn: 1 }), false, true, NOON)).toBe('Tout est arrivé.')
  })

  it('is read aloud politely, without the count-down, and has its button', () => {
    const markup = html(
      'fr',
      <SyncLine status={statusOf(view(two, backOff('network')), false, true, NOON)} lastContact={null} />,
    )
    const [, aloud = ''] = /<p role="status">(.*?)<\/p>/.exec(markup) ?? []
    expect(aloud).toContain('Le serveur ne répond pas.')
    expect(aloud).not.toContain('Nouvel essai')
    expect(markup).toContain('Envoyer maintenant')
  })

  it('tells each trouble of the storage', () => {
    for (const problem of Object.keys(outboxWords.fr.storage) as (keyof typeof outboxWords.fr.storage)[])
      expect(text('en', <StorageTrouble problem={problem} />)).toBe(outboxWords.en.storage[problem])
  })
})

describe('the refused list', () => {
  it('shows each entry with its reason, and what to do', () => {
    const entries = [
      { id: 'a', seq: 4, reason: 'unknown-petition' as const },
      { id: 'b', seq: 9, reason: 'unknown-key' as const },
    ]
    const seen = text('fr', <RefusedEntries count={2} entries={entries} onTryAgain={() => {}} />)
    expect(seen).toContain('2 envois n’ont pas été pris')
    expect(seen).toContain(`N° 4 ${reasonWords.fr['unknown-petition']}`)
    expect(seen).toContain(`N° 9 ${reasonWords.fr['unknown-key']}`)
    expect(seen).toContain('Essayer encore')
  })
})

describe('every reason', () => {
  it.each(LANGUAGES)('has a sentence of its own language: %s', (language) => {
    for (const reason of Object.keys(REASONS) as Reason[]) {
      expect(reasonWords[language][reason]).toMatch(/^\p{Lu}.+\.$/u)
      for (const other of LANGUAGES)
        if (other !== language) expect(reasonWords[language][reason]).not.toBe(reasonWords[other][reason])
    }
  })
})
