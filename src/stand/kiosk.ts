// The loop of a tablet that goes from hand to hand, as rules: no screen, no storage, no clock of its own. Two promises stand
// above all others: nothing of one signer is there for the next one, and what somebody signed is kept once, whatever is touched.
import { standManner } from '../../protocol/campaign.ts'
import type { Stroke } from '../../protocol/drawn.ts'
import { MAX_PETITIONS } from '../../protocol/limits.ts'
import { FIRST_LANGUAGE, isLanguage, type Language } from '../i18n/languages.ts'
import type { StorageProblem } from '../outbox/storage.ts'
import { emptyFields, type SignFields } from '../petition/sign.ts'
import type { Failed, Outcome } from '../petition/sitting.ts'
import { type Asked, isDone, lastStep, type Setting, type Step, stepsOf } from './kiosk/steps.ts'

/** Without a touch for so long, the tablet asks whether somebody is there … */
export const WARN_MS = 60_000
/** … and forgets everything after so long more. */
export const COUNTDOWN_MS = 15_000
/** The receipt stays long enough for a photograph; each touch gives as long again. */
export const THANKS_MS = 60_000
/** Out of sight for longer, whoever comes back may be somebody else. */
export const GRACE_MS = 30_000
/** A clock that went back further than that was set, and says nothing of how long a form has been waiting. */
const CLOCK_SLACK_MS = 5_000

export interface Failure {
  failed: Failed
  problem?: StorageProblem | undefined
}

export interface Form extends Asked {
  at: 'form'
  round: number
  step: Step
  /** The code of a pre-printed receipt, without its check letter. */
  slip: string | null
  /** "Next" was pressed before the step was done: it says what is missing. */
  insisted: boolean
  /** What became of the last try to keep it. After a first try the code is settled. */
  failed: Failure | null
  tried: boolean
}

export interface Thanks {
  at: 'thanks'
  round: number
  kept: 'here' | 'there'
  /** The code as people read it, in groups. */
  receipt: string
  /** It is the one on a paper slip. */
  onPaper: boolean
  firstName: string
  petitions: number
}

/** `sending`: the storage failed, and the server is asked to keep it. */
export type Saving = { at: 'saving'; sending: boolean; form: Form }

export interface Kiosk {
  screen: { at: 'idle' } | Form | Saving | Thanks
  language: Language
  /** Sittings begun so far. */
  round: number
  touchedAt: number
  /** Since when it has been out of sight; it is covered. */
  hiddenAt: number | null
  /** Until everything is forgotten: on the thank-you always, on a form once nobody has touched it for long. */
  secondsLeft: number | null
  /** Why nobody may begin: what is signed now would not be kept. */
  stopped: StorageProblem | 'wrong-key' | null
  /** Signatures that could not be kept after their signers had left without a thank-you. */
  unkept: number
}

export type KioskEvent =
  /** Any touch or key. */
  | { type: 'touch' }
  /** `only`: the one case whose picture was touched. */
  | { type: 'begin'; only?: string }
  | { type: 'speak'; language: Language }
  | { type: 'change'; fields: Partial<SignFields> }
  | { type: 'draw'; strokes: readonly Stroke[] }
  /** `undrawn`: signs without a drawing. */
  | { type: 'next'; undrawn?: boolean }
  | { type: 'back' }
  | { type: 'want-slip' }
  | { type: 'slip'; code: string | null }
  /** "I am still here." */
  | { type: 'stay' }
  /** "Done", or "start again". */
  | { type: 'end' }
  | { type: 'tick' }
  | { type: 'hidden' }
  | { type: 'shown' }
  /** The page was left, or came back from where the browser had frozen it. */
  | { type: 'reload' }
  | { type: 'leave' }
  | { type: 'sending'; round: number }
  | { type: 'outcome'; round: number; outcome: Outcome }
  | { type: 'storage'; problem: StorageProblem | null }

/** What has to be sealed and kept now; nothing of it stays in the loop. */
export interface Keep {
  round: number
  fields: SignFields
  strokes: readonly Stroke[]
  slip: string | null
  language: Language
}

export interface Turn {
  kiosk: Kiosk
  keep?: Keep
}

export const newKiosk = (setting: Setting, now: number): Kiosk => ({
  screen: { at: 'idle' },
  language: firstLanguage(setting),
  round: 0,
  touchedAt: now,
  hiddenAt: null,
  secondsLeft: null,
  stopped: null,
  unkept: 0,
})

/** The campaign's first language that the interface speaks too. */
const firstLanguage = ({ campaign }: Setting): Language => campaign.languages.find(isLanguage) ?? FIRST_LANGUAGE

/** What the loop becomes after an event at `now`, in ms. */
export function turn(setting: Setting, before: Kiosk, event: KioskEvent, now: number): Turn {
  // First of all: where time had run out before this hand touched the screen, it may be another one.
  const kiosk = passTime(setting, before, now)
  switch (event.type) {
    case 'tick':
      return { kiosk }
    case 'hidden':
      return { kiosk: { ...kiosk, hiddenAt: kiosk.hiddenAt ?? now } }
    case 'shown':
      return { kiosk: { ...kiosk, hiddenAt: null } }
    case 'reload':
    case 'leave':
      return { kiosk: toIdle(setting, kiosk, now) }
    case 'storage':
      return { kiosk: { ...kiosk, stopped: event.problem } }
    case 'sending':
      return { kiosk: turnToServer(kiosk, event.round) }
    case 'outcome':
      return { kiosk: settle(setting, kiosk, event, now) }
  }
  // That hand finds the first screen; it has not seen it yet.
  if (kiosk.screen.at === 'idle' && before.screen.at !== 'idle') return { kiosk }
  const asksWhether = kiosk.secondsLeft !== null && kiosk.screen.at !== 'thanks'
  if (asksWhether && event.type !== 'stay' && event.type !== 'end') return { kiosk }
  return act(setting, touched(kiosk, now), event, now)
}

/** What a hand on the screen does. */
type Deed = Exclude<
  KioskEvent,
  { type: 'tick' | 'hidden' | 'shown' | 'reload' | 'leave' | 'storage' | 'sending' | 'outcome' }
>

function act(setting: Setting, kiosk: Kiosk, event: Deed, now: number): Turn {
  const { screen } = kiosk
  if (event.type === 'speak') return { kiosk: speak(kiosk, event.language) }
  if (screen.at === 'idle') return { kiosk: event.type === 'begin' ? begin(setting, kiosk, event.only) : kiosk }
  // What is being kept is neither changed nor kept twice.
  if (screen.at === 'saving') return { kiosk }
  if (event.type === 'end') return { kiosk: toIdle(setting, kiosk, now) }
  if (screen.at === 'thanks') return { kiosk }
  const form = (change: Partial<Form>): Turn => ({ kiosk: { ...kiosk, screen: { ...screen, ...change } } })
  switch (event.type) {
    case 'change':
      // Another way to be reached begins without reproaches.
      return form({
        fields: { ...screen.fields, ...event.fields },
        insisted: screen.insisted && event.fields.way === undefined,
      })
    case 'draw':
      return form({ strokes: event.strokes })
    case 'want-slip':
      return screen.tried ? { kiosk } : form({ step: 'slip' })
    case 'slip':
      return screen.tried ? { kiosk } : form({ slip: event.code, step: lastStep(setting) })
    case 'back':
      return goBack(setting, kiosk, screen, now)
    case 'next':
      return goOn(setting, kiosk, event.undrawn ? { ...screen, strokes: [] } : screen, event.undrawn ?? false)
    default:
      return { kiosk }
  }
}

function begin(setting: Setting, kiosk: Kiosk, only: string | undefined): Kiosk {
  const { campaign, petitions } = setting
  if (kiosk.stopped || setting.revoked || petitions.length === 0) return kiosk
  const alone = petitions.length === 1 || standManner(campaign).allTicked ? petitions : []
  const chosen = only && petitions.includes(only) ? [only] : alone.slice(0, MAX_PETITIONS)
  const round = kiosk.round + 1
  const screen: Form = {
    at: 'form',
    round,
    step: only ? 'names' : stepsOf(setting)[0],
    fields: emptyFields(campaign, chosen),
    strokes: [],
    slip: null,
    insisted: false,
    failed: null,
    tried: false,
  }
  return { ...kiosk, round, screen }
}

function speak(kiosk: Kiosk, language: Language): Kiosk {
  const { screen } = kiosk
  if (language === kiosk.language || screen.at === 'saving') return kiosk
  // What was agreed to was read in the other language.
  const read = screen.at === 'form' ? { ...screen, fields: { ...screen.fields, agreed: [] } } : screen
  return { ...kiosk, language, screen: read }
}

function goBack(setting: Setting, kiosk: Kiosk, form: Form, now: number): Turn {
  const steps = stepsOf(setting)
  const before = form.step === 'slip' ? lastStep(setting) : steps[steps.indexOf(form.step) - 1]
  if (!before) return { kiosk: toIdle(setting, kiosk, now) }
  return { kiosk: { ...kiosk, screen: { ...form, step: before, insisted: false } } }
}

function goOn(setting: Setting, kiosk: Kiosk, form: Form, undrawn: boolean): Turn {
  const steps = stepsOf(setting)
  const at = (step: Step, insisted: boolean): Turn => ({ kiosk: { ...kiosk, screen: { ...form, step, insisted } } })
  if (form.step === 'slip') return { kiosk }
  const following = steps[steps.indexOf(form.step) + 1]
  if (following) return isDone(form.step, form, setting) ? at(following, false) : at(form.step, true)
  const missing = steps.find((it) => !isDone(it, form, setting))
  if (missing) return at(missing, true)
  if (form.step === 'draw' && form.strokes.length === 0 && !undrawn) return at('draw', true)
  const { round, fields, strokes, slip } = form
  const sent: Form = { ...form, insisted: false, failed: null, tried: true }
  return {
    kiosk: { ...kiosk, screen: { at: 'saving', sending: false, form: sent } },
    keep: { round, fields, strokes, slip, language: kiosk.language },
  }
}

/** The answer of what was kept; it may come when its signer has long gone. */
function settle(setting: Setting, kiosk: Kiosk, { round, outcome }: { round: number; outcome: Outcome }, now: number) {
  const { screen } = kiosk
  const form = screen.at === 'saving' && screen.form.round === round ? screen.form : null
  const told = { ...kiosk, stopped: stoppedBy(outcome, kiosk.stopped) }
  if ('failed' in outcome) {
    if (!form) return { ...told, unkept: kiosk.unkept + 1 }
    const { failed, problem } = outcome
    const again: Form = { ...form, step: lastStep(setting), failed: { failed, problem } }
    return touched({ ...told, screen: again }, now)
  }
  if (!form) return told
  const thanks: Thanks = {
    at: 'thanks',
    round,
    kept: outcome.kept,
    receipt: outcome.receipt,
    onPaper: form.slip !== null,
    firstName: form.fields.firstName.trim(),
    petitions: form.fields.petitions.length,
  }
  return passTime(setting, touched({ ...told, screen: thanks }, now), now)
}

function stoppedBy(outcome: Outcome, before: Kiosk['stopped']): Kiosk['stopped'] {
  if ('failed' in outcome && outcome.failed === 'wrong-key') return 'wrong-key'
  if ('problem' in outcome && outcome.problem) return outcome.problem
  return 'kept' in outcome ? null : before
}

function turnToServer(kiosk: Kiosk, round: number): Kiosk {
  const { screen } = kiosk
  if (screen.at !== 'saving' || screen.form.round !== round) return kiosk
  return { ...kiosk, screen: { ...screen, sending: true } }
}

const touched = (kiosk: Kiosk, now: number): Kiosk => ({ ...kiosk, touchedAt: now, secondsLeft: null })

/** The first screen again, in the campaign's first language; nothing else is carried over. */
const toIdle = (setting: Setting, { round, hiddenAt, stopped, unkept }: Kiosk, now: number): Kiosk => ({
  ...newKiosk(setting, now),
  round,
  hiddenAt,
  stopped,
  unkept,
})

function passTime(setting: Setting, kiosk: Kiosk, now: number): Kiosk {
  const since = (then: number) => (now < then - CLOCK_SLACK_MS ? Number.POSITIVE_INFINITY : Math.max(0, now - then))
  const { screen, touchedAt, hiddenAt } = kiosk
  const quiet = since(touchedAt)
  if (screen.at === 'idle') return quiet >= WARN_MS ? toIdle(setting, kiosk, now) : kiosk
  const most = screen.at === 'thanks' ? THANKS_MS : WARN_MS + COUNTDOWN_MS
  if (quiet >= most || (hiddenAt !== null && since(hiddenAt) > GRACE_MS)) return toIdle(setting, kiosk, now)
  const counts = screen.at === 'thanks' || quiet >= WARN_MS
  const secondsLeft = counts ? Math.ceil((most - quiet) / 1000) : null
  return secondsLeft === kiosk.secondsLeft ? kiosk : { ...kiosk, secondsLeft }
}
