import { createHash } from 'node:crypto'
import type { BatchAnswer } from '../../protocol/batch.ts'
import { CARRIER_HEADER, SIGNATURE_HEADER } from '../../protocol/device.ts'
import { PROOF_HEADER, readProof } from '../../protocol/proof.ts'
import { ROUTES } from '../../protocol/routes.ts'
import type { Question } from './exchange.ts'
import { CAMPAIGN } from './pool.ts'
import type { Held } from './rows.ts'
import type { Answer } from './server.ts'
import type { Truth } from './truth.ts'
import { promise } from './violation.ts'

// What holds in the server's database whenever nothing is being written.

/** Counted are distinct ids, and every count is what is there. */
export function countsAreDistinctIds(held: Held): void {
  if (held.destroyed.has(CAMPAIGN)) {
    promise('destroyed never comes back', held.rows.length === 0, () => `${held.rows.length} envelopes`)
    // Its counts are what was delivered.
    return
  }
  const ids = new Map<string, Set<string>>()
  const signatures = new Map<string, number>()
  const bytes = new Map<string, number>()
  const seen = new Set<string>()
  for (const row of held.rows) {
    const key = `${row.id} ${row.quarantined} ${row.copy}`
    promise('counted are distinct ids', !seen.has(key), () => `${row.id} is there twice`)
    seen.add(key)
    if (row.quarantined) {
      bytes.set(row.campaign, (bytes.get(row.campaign) ?? 0) + row.bytes)
      const counted = held.byHash.get(row.hash)?.some((other) => !other.quarantined && !other.copy)
      promise('counted or in quarantine, not both', !counted || row.copy === 1, () => row.id)
    } else if (!row.copy) {
      const all = ids.get(row.campaign) ?? new Set()
      ids.set(row.campaign, all.add(row.id))
      for (const petition of JSON.parse(row.petitions)) signatures.set(petition, (signatures.get(petition) ?? 0) + 1)
    }
  }
  for (const [campaign, count] of held.envelopes)
    promise(
      'counted are distinct ids',
      count === (ids.get(campaign)?.size ?? 0),
      () => `${campaign} counts ${count}, but holds ${ids.get(campaign)?.size ?? 0}`,
    )
  for (const [campaign, count] of held.quarantinedBytes)
    promise(
      'quarantine knows its size',
      count === (bytes.get(campaign) ?? 0),
      () => `${campaign} says ${count} bytes, but holds ${bytes.get(campaign) ?? 0}`,
    )
  for (const [petition, count] of held.signatures)
    promise(
      'counted are distinct ids',
      count === (signatures.get(petition) ?? 0),
      () => `${petition} counts ${count}, but ${signatures.get(petition) ?? 0} signed it`,
    )
  for (const [petition, count] of signatures)
    promise('counted are distinct ids', held.signatures.get(petition) === count, () => `${petition} lacks ${count}`)
}

/** What was withdrawn never comes back. */
export function goneIsGone(held: Held, truth: Truth): void {
  for (const row of held.rows)
    promise('withdrawn never comes back', !truth.gone.has(row.tag), () => `${row.id} is there again`)
}

/** One act, one id: however often it was tried. What was corrected after it had arrived is another. */
export function oneActOneId(held: Held, waits: (id: string) => boolean, truth: Truth): void {
  for (const { slot, changes } of truth.signings) {
    const there = slot.ids.filter((id) => held.byId.has(id) || waits(id))
    promise('one act has one id', there.length <= 1 + changes, () => `signed once, is there as ${there.join(', ')}`)
  }
}

/** What nobody vouches for is taken with a proof of work, and a challenge is good for one body. `used`: body by challenge, so far. */
export function nothingUnproven({ path, headers, body }: Question, { reply }: Answer, used: Map<string, string>): void {
  const text = Buffer.from(body).toString()
  const owes = path === ROUTES.withdrawal.path || (path.includes('/batches/') && !text.includes('"items":[]'))
  if (reply.status !== 200 || !owes || headers[SIGNATURE_HEADER] || headers[CARRIER_HEADER]) return
  const nonce = readProof(headers[PROOF_HEADER] ?? '')?.challenge.parameters.nonce
  promise('nothing is taken unproven', nonce !== undefined, () => `${path} was taken without a proof`)
  const hash = createHash('sha256').update(body).digest('hex')
  const before = used.get(nonce ?? '') ?? hash
  promise('a challenge is good for one body', before === hash, () => `${nonce} was used again`)
  used.set(nonce ?? '', hash)
}

/** Sent after the commit: what an answer calls taken was committed when the answer left, unless it was withdrawn before. */
export function answeredIsThere({ reply, committed, tombstones }: Answer, held: Held, truth: Truth): void {
  if (reply.status !== 200) return
  const { verdicts } = JSON.parse(reply.text) as Partial<BatchAnswer>
  for (const { id = '', verdict } of verdicts ?? []) {
    if (verdict !== 'stored' && verdict !== 'duplicate' && verdict !== 'conflict') continue
    const tag = truth.slotOf.get(id)?.tag ?? ''
    promise('withdrawn is told', !tombstones.has(tag), () => `"${verdict}" was said of ${id}, which was withdrawn`)
    const there = committed.has(id) || held.tombstones.has(tag) || truth.destroying
    promise('answers follow the commit', there, () => `"${verdict}" was said of ${id}`)
  }
}
