import { describe, expect, it } from 'vitest'
import { canonicalText, type Envelope, envelopeHash } from '../../protocol/envelope.ts'
import { importOpeningKey, open } from '../../protocol/opening.ts'
import { withdrawTag } from '../../protocol/receipt.ts'
import { type SignedSealingKey, verifySealingKey } from '../../protocol/sealing-key.ts'
import { quickOpen } from '../../src/console/quick-open.ts'
import vectors from '../vectors/envelope-v1.json'
import { openIndependently } from './independent-hpke.ts'

// What was sealed in the field must open for ever: a change that needs other vectors is a new version of the protocol.
describe('permanent vectors of version 1', () => {
  const envelopes = vectors.envelopes as unknown as {
    body: unknown
    envelope: Envelope
    canonical: string
    hash: string
  }[]

  it('open to what was sealed', async () => {
    const key = await importOpeningKey(vectors.sealingKey.private)
    for (const { body, envelope } of envelopes) expect(await open(envelope, key)).toEqual(body)
  })

  it('open as many of them are opened', async () => {
    const key = await importOpeningKey(vectors.sealingKey.private)
    for (const { body, envelope } of envelopes) expect(await quickOpen(envelope, key)).toEqual(body)
  })

  it('open with an independent HPKE implementation', async () => {
    for (const { body, envelope } of envelopes) {
      expect(await openIndependently(envelope, vectors.sealingKey.private)).toEqual(body)
    }
  })

  it('keep their canonical text and hash', async () => {
    for (const { envelope, canonical, hash } of envelopes) {
      expect(canonicalText(envelope)).toBe(canonical)
      expect(await envelopeHash(envelope)).toBe(hash)
    }
  })

  it('keep the tag of a receipt code', async () => {
    for (const { campaign, code, tag } of vectors.codes) expect(await withdrawTag(campaign, code)).toBe(tag)
  })

  it('keep the signature of the sealing key', async () => {
    const { signed, root } = vectors.sealingKey
    expect(await verifySealingKey(signed as SignedSealingKey, root)).toBe(true)
  })
})
