import type { CampaignContent, ConsentText } from '../../../protocol/campaign.ts'
import { type Difference, differences } from './differences.ts'

const isConsent = ({ path }: Difference): boolean => /^consents\/(?!order$)[^/]+$/.test(path)

/** What changes for a reader: a text to agree to that another one succeeds is one change, and names that only programs read are none. */
export function toldChanges(before: CampaignContent, after: CampaignContent): Difference[] {
  const all = differences(before, after).filter((it) => it.path !== 'join/codeOfConduct/id')
  const gone = all.filter((it) => isConsent(it) && it.after === undefined)
  const pairs = new Map<Difference, Difference>()
  for (const it of all) {
    const { purpose } = (isConsent(it) && it.before === undefined ? it.after : {}) as Partial<ConsentText>
    const old = purpose && gone.find((other) => (other.before as ConsentText).purpose === purpose)
    if (old) pairs.set(it, old)
  }
  const replaced = new Set(pairs.values())
  return all.flatMap((it) => {
    if (replaced.has(it)) return []
    const old = pairs.get(it)
    if (!old) return [it]
    const [was, is] = [(old.before as ConsentText).text, (it.after as ConsentText).text]
    return differences(was, is, `${it.path}/text`)
  })
}
