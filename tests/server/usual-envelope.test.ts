import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BatchItem } from '../../protocol/batch.ts'
import { Envelope } from '../../protocol/envelope.ts'
import { isUsualEnvelope, readItem } from '../../sync-server/usual-envelope.ts'
import vectors from '../vectors/envelope-v1.json'

// The short cut never takes what the schema does not, and takes what nearly everybody sends.

const good = vectors.envelopes.map((it) => it.envelope as unknown as Envelope)
const signature = good.find((it) => it.kind === 'signature') as Envelope

/** As it comes: from JSON. */
const fromJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

const oddValue = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom('', 'A', '-', 'awa\n', 'Awa', 0, 1, 2, null, true, [], ['awa'], ['b', 'a'], ['a', 'a'], {}, 'é'),
  fc.constantFrom(
    'A'.repeat(108),
    `${'A'.repeat(108)}B`,
    `${'A'.repeat(109)}=`,
    'A'.repeat(40_000),
    `${'A'.repeat(42)}E`,
  ),
  fc.array(fc.constantFrom('a', 'b', 'c', 'a-b', '-a', 'A', ''), { maxLength: 22 }),
)
const field = fc.constantFrom(...Object.keys(signature), 'name', '__proto__', 'seq')
const cut = (text: string) => fc.nat(text.length).map((at) => text.slice(0, at) + text.slice(at + 1))
const bent = fc.oneof(
  fc.tuple(field, oddValue).map(([name, value]) => [name, value] as const),
  fc
    .constantFrom('id', 'key', 'sealed', 'withdrawTag', 'campaign')
    .chain((name) => cut(String(signature[name as keyof Envelope])).map((text) => [name, text] as const)),
)

describe('the short cut for usual envelopes', () => {
  test('takes signatures without a fault', () => {
    const signatures = good.filter((it) => it.kind === 'signature')
    expect(signatures.length).toBeGreaterThan(0)
    for (const envelope of signatures) expect(isUsualEnvelope(fromJson(envelope))).toBe(true)
  })

  test('takes nothing that the schema refuses, and reads every item as the schemas do', () => {
    let refused = 0
    const judge = (item: unknown) => {
      const framed = BatchItem.safeParse(item)
      const parsed = framed.success ? Envelope.safeParse(framed.data.envelope) : null
      const expected = framed.success ? { seq: framed.data.seq, envelope: parsed?.success ? parsed.data : null } : null
      if (!parsed?.success) refused++
      expect(readItem(item)).toEqual(expected)
      if (framed.success && isUsualEnvelope(framed.data.envelope)) expect(parsed?.success).toBe(true)
    }
    fc.assert(
      fc.property(fc.constantFrom(...good), fc.array(bent, { maxLength: 2 }), fc.boolean(), (envelope, bends, drop) => {
        const changed = fromJson(envelope) as Record<string, unknown>
        for (const [name, value] of bends)
          Object.defineProperty(changed, name, { value, enumerable: true, configurable: true, writable: true })
        if (drop && bends[0]) delete changed[bends[0][0]]
        judge(fromJson({ seq: 1, envelope: changed }))
      }),
      { numRuns: 3000 },
    )
    // Of 3,000, a good part each.
    expect(refused).toBeGreaterThan(500)
    expect(refused).toBeLessThan(2900)
  })

  test.each([
    [0, false],
    [1.5, false],
    ['1', false],
    [2 ** 53, false],
    [Number.MAX_SAFE_INTEGER, true],
  ])('reads the number %s as the schema does', (seq, fine) => {
    expect(readItem({ seq, envelope: signature }) !== null).toBe(fine)
    expect(BatchItem.safeParse({ seq, envelope: signature }).success).toBe(fine)
  })

  test.each([[{ seq: 1 }], [{ seq: 1, envelope: signature, more: 1 }], [[1, signature]], [null], ['text']])(
    'is no item: %j',
    (item) => {
      expect(readItem(item)).toBeNull()
    },
  )

  test.each<[string, object]>([
    ['another version', { v: 2 }],
    ['another suite', { suite: 'x' }],
    ['another kind', { kind: 'letter' }],
    ['an id in capitals', { id: signature.id.toUpperCase() }],
    ['petitions out of order', { petitions: ['b', 'a'] }],
    ['a petition twice', { petitions: ['a', 'a'] }],
    ['no petition', { petitions: [] }],
    ['twenty-one', { petitions: Array.from({ length: 21 }, (_, i) => `p${String(i).padStart(2, '0')}`) }],
    ['a petition that is none', { petitions: ['A'] }],
    ['a campaign in capitals', { campaign: 'A' }],
    ['a consent that is none', { consent: '' }],
    ['a key that is none', { key: 'k'.repeat(32) }],
    ['a tag with bits too many', { withdrawTag: `${'A'.repeat(42)}B` }],
    ['a tag in other letters', { withdrawTag: `${'A'.repeat(41)}+A` }],
    ['a longer tag', { withdrawTag: 'A'.repeat(44) }],
    ['an empty seal', { sealed: '' }],
    ['a padded seal', { sealed: `${signature.sealed}=` }],
    ['a number for a text', { sealed: 7 }],
  ])('leaves to the schema what has %s', (_, change) => {
    expect(isUsualEnvelope({ ...signature, ...change })).toBe(false)
  })

  test('a field more, by whatever name, is one too many', () => {
    const text = JSON.stringify({ seq: 1, envelope: signature })
    const item = JSON.parse(text.replace('"v":1', '"v":1,"__proto__":{}'))
    expect(isUsualEnvelope(item.envelope)).toBe(false)
  })
})
