import { createHash } from 'node:crypto'
import { createChallenge, verifySolution } from 'altcha-lib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundTo, type Challenge, type Proof, readProof } from '../../protocol/proof.ts'
import { derive as deriveThere, isSolved } from '../../sync-server/solved.ts'
import { derive, headerOf, solve } from './proof.fixture.ts'

// Our check of a solution says what the library's says.

const SECRET = 'a secret of the server'
const BODY = 'what a phone sends'
const sha256 = (text: string) => createHash('sha256').update(text).digest()

const challengeOf = async (secret: string, cost = 10): Promise<Challenge> =>
  (await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost,
    keyPrefix: '0',
    data: { bytes: 100, until: 4_000_000_000 },
    deriveKey: derive,
    hmacSignatureSecret: secret,
  })) as Challenge

const byTheLibrary = async ({ challenge, solution }: Proof, body: string): Promise<boolean> => {
  const given = { challenge, solution, deriveKey: boundTo(sha256(body), derive), hmacSignatureSecret: SECRET }
  return (await verifySolution(given)).verified
}

test('a solved challenge of ours is one, for its own body alone', async () => {
  // Below and above what is derived without another thread.
  for (const cost of [10, 2000]) {
    const proof = await solve(await challengeOf(SECRET, cost), BODY)
    expect(await byTheLibrary(proof, BODY)).toBe(true)
    expect(await isSolved(proof, sha256(BODY), SECRET, deriveThere)).toBe(true)
    expect(await isSolved(proof, sha256(`${BODY}.`), SECRET, deriveThere)).toBe(false)
    expect(await isSolved(proof, sha256(BODY), `${SECRET}.`, deriveThere)).toBe(false)
  }
  const another = await solve(await challengeOf('another secret'), BODY)
  expect(await isSolved(another, sha256(BODY), SECRET, deriveThere)).toBe(false)
})

test('a key that was derived, and does not begin as it has to, solves nothing', async () => {
  const { challenge } = await solve(await challengeOf(SECRET), BODY)
  const { nonce, salt } = challenge.parameters
  for (let counter = 0; ; counter++) {
    const password = Buffer.concat([Buffer.from(nonce, 'hex'), Buffer.from([0, 0, 0, counter])])
    const there = boundTo(sha256(BODY), derive)(challenge.parameters, Buffer.from(salt, 'hex'), password)
    const derivedKey = Buffer.from((await there).derivedKey).toString('hex')
    if (derivedKey.startsWith('0')) continue
    const proof = { challenge, solution: { counter, derivedKey } }
    expect(await byTheLibrary(proof, BODY)).toBe(false)
    expect(await isSolved(proof, sha256(BODY), SECRET, deriveThere)).toBe(false)
    return
  }
})

test('what was changed anywhere is judged as the library judges it', async () => {
  const { challenge, solution } = await solve(await challengeOf(SECRET), BODY)
  const hex = (length: number) =>
    fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length })
  const parameters = fc.record(
    {
      cost: fc.integer({ min: 1, max: 30 }),
      keyPrefix: fc.constantFrom('0', '00', 'f', '0f0', 'ffffffff'),
      nonce: hex(32),
      salt: hex(32),
      data: fc.record({ bytes: fc.nat(200), until: fc.nat(4_000_000_001) }),
    },
    { requiredKeys: [] },
  )
  const found = fc.record(
    { counter: fc.integer({ min: 0, max: 0xffff_ffff }), derivedKey: hex(64) },
    { requiredKeys: [] },
  )
  const signature = fc.option(hex(64), { nil: challenge.signature })
  let solved = 0
  await fc.assert(
    fc.asyncProperty(parameters, signature, found, fc.boolean(), async (changes, signed, other, same) => {
      const changed = { parameters: { ...challenge.parameters, ...(same ? {} : changes) }, signature: signed }
      const read = readProof(
        headerOf({ challenge: changed, solution: { ...solution, ...other } })['paraphe-proof'] ?? '',
      )
      expect(read).not.toBeNull()
      const verdict = await isSolved(read as Proof, sha256(BODY), SECRET, deriveThere)
      expect(verdict).toBe(await byTheLibrary(read as Proof, BODY))
      if (verdict) solved++
    }),
    { numRuns: 300, examples: [[{}, challenge.signature, {}, true]] },
  )
  expect(solved).toBeGreaterThan(0)
})
