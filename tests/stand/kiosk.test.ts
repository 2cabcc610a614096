import { beforeAll, expect, it } from 'vitest'
import { newReceiptCode } from '../../protocol/receipt.ts'
import type { Setting } from '../../src/stand/kiosk/steps.ts'
import { COUNTDOWN_MS, GRACE_MS, type Kiosk, type KioskEvent, newKiosk, turn, WARN_MS } from '../../src/stand/kiosk.ts'
import { setting } from './setting.ts'

let at: Setting
beforeAll(async () => {
  at = await setting()
})

const after = (events: KioskEvent[], from: Kiosk = newKiosk(at, 0), now = 0): Kiosk =>
  events.reduce((kiosk, event) => turn(at, kiosk, event, now).kiosk, from)
const person: KioskEvent = {
  type: 'change',
  fields: { firstName: 'Afi', lastName: 'Mensah', phone: '90123456', agreed: ['sign'] },
}
const next: KioskEvent = { type: 'next' }
const tick: KioskEvent = { type: 'tick' }

it('a case’s picture, the consent, and "sign" are three touches beside the typing', () => {
  const { screen } = after([{ type: 'begin', only: 'joel-paredes' }, person, next, next, next])
  expect(screen.at === 'saving' && screen.form.fields.petitions).toEqual(['joel-paredes'])
})

it('after a first try the code is settled: what may be on the disk already has it', () => {
  const code = newReceiptCode()
  const failed: KioskEvent = { type: 'outcome', round: 1, outcome: { failed: 'unknown' } }
  const tried = after([{ type: 'begin' }, person, next, next, next, next, failed])
  expect(tried.screen).toMatchObject({ at: 'form', step: 'consents', tried: true, failed: { failed: 'unknown' } })
  expect(after([{ type: 'slip', code }], tried).screen).toMatchObject({ slip: null })
  expect(after([{ type: 'want-slip' }], tried).screen).toMatchObject({ step: 'consents' })
})

it('asks before it clears, and lets nothing but an answer through meanwhile', () => {
  const filled = after([{ type: 'begin' }, person])
  const asks = after([tick], filled, WARN_MS)
  expect(asks.secondsLeft).toBe(COUNTDOWN_MS / 1000)
  expect(after([{ type: 'touch' }, next], asks, WARN_MS).secondsLeft).toBe(COUNTDOWN_MS / 1000)
  expect(after([{ type: 'stay' }], asks, WARN_MS)).toMatchObject({ secondsLeft: null, screen: { at: 'form' } })
  expect(after([tick], asks, WARN_MS + COUNTDOWN_MS).screen.at).toBe('idle')
})

it('forgets what was out of sight for longer than the grace, and not sooner', () => {
  const hidden = after([{ type: 'begin' }, person, { type: 'hidden' }])
  expect(after([{ type: 'shown' }], hidden, GRACE_MS).screen.at).toBe('form')
  expect(after([{ type: 'shown' }], hidden, GRACE_MS + 1).screen.at).toBe('idle')
})

it('a language lasts for one sitting, and takes back what was agreed to in the other', () => {
  const english = after([{ type: 'speak', language: 'en' }, { type: 'begin' }, person])
  expect(english.language).toBe('en')
  const french = after([{ type: 'speak', language: 'fr' }], english)
  expect(french.screen).toMatchObject({ fields: { firstName: 'Afi', agreed: [] } })
  expect(after([{ type: 'end' }], english).language).toBe('fr')
})

it('at a tablet that was taken back nobody begins, and who has begun may end', () => {
  const revoked = { ...at, revoked: true }
  const begun = after([{ type: 'begin', only: 'joel-paredes' }, person])
  expect(turn(revoked, newKiosk(at, 0), { type: 'begin' }, 0).kiosk.screen.at).toBe('idle')
  const { screen } = turn(revoked, begun, next, 0).kiosk
  expect(screen.at === 'form' && screen.step).toBe('contact')
})

it('nobody may begin while the storage is lost, until it is there again', () => {
  const lost = after([{ type: 'storage', problem: 'disk-full' }, { type: 'begin' }])
  expect([lost.screen.at, lost.stopped]).toEqual(['idle', 'disk-full'])
  expect(after([{ type: 'storage', problem: null }, { type: 'begin' }], lost).screen.at).toBe('form')
})
