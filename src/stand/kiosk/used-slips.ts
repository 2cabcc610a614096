// A slip belongs to one person: whoever holds its code withdraws what was signed with it. In this page's memory only, and as
// what stands in clear on the envelope anyway.
import { withdrawTag } from '../../../protocol/receipt.ts'

export class UsedSlips {
  private readonly tags = new Set<string>()

  async has(campaign: string, code: string): Promise<boolean> {
    return this.tags.has(await withdrawTag(campaign, code))
  }

  /** From the first try to keep something with it: a try that seems to fail may have been kept. */
  async use(campaign: string, code: string): Promise<void> {
    this.tags.add(await withdrawTag(campaign, code))
  }
}

export const usedSlips = new UsedSlips()
