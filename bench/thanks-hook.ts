// Runs in a page: the tablet's own way to a thank-you, and the least that it can cost.

import { fromBase64url, utf8 } from '../protocol/base64url.ts'
import type { Campaign } from '../protocol/campaign.ts'
import { associatedData, type EnvelopeHead } from '../protocol/envelope.ts'
import { newUuid } from '../protocol/ids.ts'
import { pad } from '../protocol/seal.ts'
import { headOf } from '../src/petition/envelope-head.ts'
import { bodyOf } from '../src/petition/sign.ts'
import { fieldsOf, sign, type Typed } from '../tests/journeys/tablet-hook.ts'
import { openLimit, signAtLimit } from './limits/thanks.ts'

type Bytes = Uint8Array<ArrayBuffer>

const person = (n: number): Typed => ({ firstName: `Afi ${n}`, lastName: 'Mensah-Lawson', phone: '90 12 34 56' })

/** ms from "sign" to promise 1 kept. */
export async function timeSign(campaign: Campaign, n: number): Promise<number> {
  const began = performance.now()
  await sign(person(n), campaign, 'marche')
  return performance.now() - began
}

/** The same bytes at the limit. */
export async function limitOf(campaign: Campaign): Promise<(n: number) => Promise<number>> {
  const limit = await openLimit(fromBase64url(campaign.sealingKey?.publicKey ?? '') as Bytes)
  const info = utf8('paraphe/1/signature') as Bytes
  return async (n) => {
    const fields = fieldsOf(person(n), campaign)
    const from = { channel: 'stand', stand: 'marche' } as const
    const body = pad(JSON.stringify(bodyOf(fields, campaign, 'fr', new Date(), from)))
    const head: EnvelopeHead = headOf(fields, campaign, {
      id: newUuid(),
      key: campaign.sealingKey?.id ?? '',
      withdrawTag: 'x'.repeat(43),
    })
    const aad = utf8(associatedData(head)) as Bytes
    const began = performance.now()
    await signAtLimit(limit, head, body, info, aad)
    return performance.now() - began
  }
}

/** Signs and signs at the limit in turns; the times in ms. */
export async function race(campaign: Campaign, rounds: number): Promise<{ sign: number[]; limit: number[] }> {
  const atLimit = await limitOf(campaign)
  const times = { sign: [] as number[], limit: [] as number[] }
  for (let n = 0; n < rounds; n++) {
    const turns = [
      async () => times.sign.push(await timeSign(campaign, n)),
      async () => times.limit.push(await atLimit(n)),
    ]
    for (const turn of n % 2 ? turns : turns.reverse()) await turn()
  }
  return times
}
