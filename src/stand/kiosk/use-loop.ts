import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Stand } from '../../../protocol/stand.ts'
import { keepForTeam } from '../../outbox/team-tally.ts'
import { hold } from '../../petition/in-use.ts'
import { keepSignature, openSitting, type Sitting } from '../../petition/keep-signature.ts'
import { duplicateHint } from '../duplicate-hint.ts'
import type { Kiosk } from '../kiosk.ts'
import { unkept } from '../unkept.ts'
import { usedSlips } from '../used-slips.ts'
import { watchSight } from './cover.ts'
import { KioskLoop, type LoopPorts } from './loop.ts'
import type { Send } from './parts.ts'
import type { Setting } from './steps.ts'

const TICK_MS = 500

/** The loop of this tablet, with its clock, its hands and its storage. */
export function useLoop(setting: Setting, stand: Stand): { kiosk: Kiosk; send: Send } {
  const [, draw] = useState<Kiosk>()
  const loop = useMemo(
    () => new KioskLoop<Sitting>(setting, { now: Date.now, openSitting, keep: keepAt(stand), tell: told(draw) }),
    [],
  )
  loop.setting = setting
  const send: Send = useMemo(() => (event) => loop.send(event), [loop])
  const { kiosk } = loop

  useEffect(() => {
    const timer = setInterval(() => send({ type: 'tick' }), TICK_MS)
    const touch = () => send({ type: 'touch' })
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, touch, { passive: true })
    const endSight = watchSight(
      { window, document, afterDrawing: (work) => void requestAnimationFrame(work) },
      {
        hidden: () => send({ type: 'hidden' }),
        shown: () => send({ type: 'shown' }),
        left: () => send({ type: 'reload' }),
      },
    )
    return () => {
      clearInterval(timer)
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, touch)
      endSight()
    }
  }, [send])

  useEffect(() => stayOnPage(() => send({ type: 'back' })), [send])

  // A new version of the app waits for the first screen.
  const busy = kiosk.screen.at !== 'idle'
  useEffect(() => (busy ? hold() : undefined), [busy])

  return { kiosk, send }
}

/** One loop begins where the one before it ended. */
function told(draw: (kiosk: Kiosk) => void): (kiosk: Kiosk) => void {
  const before = unkept.count
  return (kiosk) => {
    unkept.count = before + kiosk.unkept
    draw(kiosk)
  }
}

/** Not `input`, which comes before a box says that it was ticked: drawn again in between, it would be as before. */
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel'] as const

/** Steps of the history that lead nowhere else: who presses “back” faster than one can be put back is still here. */
const SPARES = 3

/** The browser's own "back" goes back in the loop. Nothing stands in the step that is added for it. */
function stayOnPage(back: () => void): () => void {
  const stay = () => {
    for (let spare = Number(history.state?.spare ?? 0); spare < SPARES; ) history.pushState({ spare: ++spare }, '')
  }
  const popped = () => {
    stay()
    back()
  }
  stay()
  addEventListener('popstate', popped)
  return () => removeEventListener('popstate', popped)
}

const keepAt =
  (stand: Stand): LoopPorts<Sitting>['keep'] =>
  async (sitting, { fields, drawn, slip, language, campaign }, sending) => {
    if (slip) await usedSlips.use(campaign.id, slip)
    const outcome = await keepSignature(sitting, { ...fields, drawn }, campaign, language, sending, {
      from: { channel: 'stand', stand: stand.id },
      keep: (envelope) => keepForTeam(stand, envelope),
    })
    if ('kept' in outcome) duplicateHint.noticed(fields, campaign, new Date()).catch(console.error)
    return outcome
  }
