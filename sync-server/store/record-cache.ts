import type { CampaignRecord } from './store.ts'

// Each batch is judged against its campaign; reading and parsing the content each time would cost more than storing it.

export class RecordCache {
  readonly #read: (id: string) => Promise<CampaignRecord | null>
  readonly #records = new Map<string, CampaignRecord>()
  #changes = 0

  constructor(read: (id: string) => Promise<CampaignRecord | null>) {
    this.#read = read
  }

  async get(id: string): Promise<CampaignRecord | null> {
    const known = this.#records.get(id)
    if (known) return known
    const before = this.#changes
    const record = await this.#read(id)
    // What was read while a change was being written may be older than the change.
    if (record && before === this.#changes) this.#records.set(id, record)
    return record
  }

  /** Forgets everything once `change` is committed. */
  async changedBy<T>(change: Promise<T>): Promise<T> {
    try {
      return await change
    } finally {
      this.#changes++
      this.#records.clear()
    }
  }
}
