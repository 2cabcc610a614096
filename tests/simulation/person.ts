import { keepAct, type Sitting } from '../../src/petition/sitting.ts'
import type { Chance } from './chance.ts'
import type { Device, Tab } from './device.ts'
import type { Slot } from './pool.ts'
import type { Signing, Truth } from './truth.ts'
import { promise } from './violation.ts'

// Somebody at a form: signs, tries again when told that it did not work, corrects what was typed, or leaves. Follows the
// production code's own rules for a sitting.

/** What was typed: a correction counts up. */
interface Typed {
  typed: number
}

export interface AtForm {
  device: Device
  tab: Tab
  slot: Slot
  chance: Chance
  truth: Truth
  trace(line: string): void
  /** How often the server was restored until now. */
  restores(): number
  /** A thank-you has just appeared. */
  thanked(): void
}

const TRIES = 4

export async function sign({ device, tab, slot, chance, truth, trace, restores, thanked }: AtForm): Promise<void> {
  const { actor } = tab
  const signing: Signing = { slot, device: device.name, tried: 0, changes: 0, thanked: new Map() }
  truth.signings.push(signing)
  const ids = [...slot.ids]
  const newId = () => {
    const id = ids.shift()
    promise('one act has one id', id !== undefined, () => `${slot.ids[0]} and all its others`)
    return id
  }
  const sitting: Sitting<Typed> = { id: newId(), code: slot.code, sealed: null }
  const fields: Typed = { typed: 0 }
  const ports = {
    newId,
    seal: async ({ typed }: Typed, { id }: { id: string }) => {
      await actor.sleep(chance.between(5, 80))
      const nth = slot.ids.indexOf(id)
      signing.thanked.get(id)?.hashes.add(slot.hashes[nth]?.[typed] as string)
      return slot.envelopes[nth]?.[typed] ?? null
    },
    keep: tab.keep,
    keepAtServer: tab.keepAtServer,
  }
  tab.busy = true
  while (signing.tried < TRIES) {
    signing.tried++
    const restored = restores()
    const outcome = await keepAct(sitting, { ...fields }, () => {}, ports)
    if ('kept' in outcome) {
      const at = slot.ids.indexOf(outcome.id)
      const hash = slot.hashes[at]?.[fields.typed] as string
      signing.thanked.set(outcome.id, {
        id: outcome.id,
        hashes: new Set([hash]),
        tag: slot.tag,
        onlyThereSince: outcome.kept === 'there' ? restored : null,
      })
      trace(`${actor.name}: thanks for ${outcome.id.slice(0, 8)} (${outcome.kept})`)
      thanked()
    } else trace(`${actor.name}: not kept: ${outcome.failed}`)
    await actor.sleep(chance.scattered(300, 30_000))
    // Who was thanked leaves, mostly; a few go back and correct what they typed.
    const happy = signing.thanked.size > 0
    if (happy ? !chance.happens(0.1) : chance.happens(0.2)) break
    if (fields.typed === 0 && chance.happens(happy ? 0.7 : 0.35)) {
      fields.typed = 1
      signing.changes++
    }
  }
  tab.busy = false
}
