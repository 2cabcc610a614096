// The loop's rules joined to a clock and to what keeps a signature. It holds one signer's things at most, and no longer than
// the rules do.
import type { Campaign } from '../../../protocol/campaign.ts'
import { encodeDrawn } from '../../../protocol/drawn.ts'
import type { Outcome } from '../../petition/sitting.ts'
import { type Keep, type Kiosk, type KioskEvent, newKiosk, turn } from '../kiosk.ts'
import { PAD_HEIGHT } from './pad-size.ts'
import type { Setting } from './steps.ts'

/** `drawn`: see `SignatureBody`. */
export type ToKeep = Keep & { campaign: Campaign; drawn: string | undefined }

export interface LoopPorts<Sitting> {
  /** ms, by the device's clock: others stand still while a tablet sleeps. */
  now(): number
  openSitting(): Sitting & { code: string }
  /** Seals and keeps; see `keepAct`. */
  keep(sitting: Sitting, what: ToKeep, sending: () => void): Promise<Outcome>
  tell(kiosk: Kiosk): void
}

export class KioskLoop<Sitting> {
  kiosk: Kiosk
  /** What tries to keep the same signature share, so that two tries cannot sign twice. */
  private sitting: Sitting | null = null

  constructor(
    /** The campaign may change while nobody signs, and while somebody does. */
    public setting: Setting,
    private readonly ports: LoopPorts<Sitting>,
  ) {
    this.kiosk = newKiosk(setting, ports.now())
  }

  send(event: KioskEvent): void {
    const { kiosk, keep } = turn(this.setting, this.kiosk, event, this.ports.now())
    this.kiosk = kiosk
    if (keep) void this.keep(keep)
    const { at } = kiosk.screen
    if (at === 'idle' || at === 'thanks') this.sitting = null
    this.ports.tell(kiosk)
  }

  private async keep(what: Keep): Promise<void> {
    const { round, slip, strokes } = what
    this.sitting ??= this.openSitting(slip)
    const outcome = await this.tryToKeep(this.sitting, {
      ...what,
      campaign: this.setting.campaign,
      drawn: strokes.length > 0 ? encodeDrawn({ height: PAD_HEIGHT, strokes }) : undefined,
    })
    this.send({ type: 'outcome', round, outcome })
  }

  private async tryToKeep(sitting: Sitting, what: ToKeep): Promise<Outcome> {
    try {
      return await this.ports.keep(sitting, what, () => this.send({ type: 'sending', round: what.round }))
    } catch (error) {
      // Without what the error holds: it must not carry a signer's words into a log.
      console.error('sign', error instanceof Error ? error.name : 'unknown')
      return { failed: 'unknown' }
    }
  }

  private openSitting(slip: string | null): Sitting {
    const sitting = this.ports.openSitting()
    if (slip) sitting.code = slip
    return sitting
  }
}
