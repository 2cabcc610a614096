import { nameKey } from './name-key.ts'
import type { Store } from './store/store.ts'

// Failed logins in the audit log, told without letting anybody fill it: the first one at once, what follows within ten minutes as
// one entry with its count. Names that nobody has are one person here, and are never written down: some type their password there.

const WINDOW_MS = 10 * 60_000

export class FailedLogins {
  readonly #windows = new Map<string, { since: number; more: number }>()

  constructor(
    private readonly store: Store,
    private readonly now: () => number,
  ) {}

  /** `name`: a coordinator's; null: nobody has it. */
  async failed(name: string | null): Promise<void> {
    const key = name === null ? '' : nameKey(name)
    const window = this.#windows.get(key)
    if (window && this.now() - window.since < WINDOW_MS) {
      window.more++
      return
    }
    await this.#tell(name, window?.more ?? 0)
    this.#windows.set(key, { since: this.now(), more: 0 })
    await this.store.audit({ who: name, what: 'login-failed', count: 1 })
  }

  /** Somebody came in: what failed before is told now. */
  async succeeded(name: string): Promise<void> {
    const window = this.#windows.get(nameKey(name))
    this.#windows.delete(nameKey(name))
    await this.#tell(name, window?.more ?? 0)
  }

  async #tell(who: string | null, count: number): Promise<void> {
    if (count > 0) await this.store.audit({ who, what: 'login-failed', count })
  }
}
