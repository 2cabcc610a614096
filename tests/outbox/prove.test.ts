import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { describe, expect, it } from 'vitest'
import { utf8 } from '../../protocol/base64url.ts'
import { boundTo, type Challenge, PROOF_HEADER, type Proof, proofText, readProof } from '../../protocol/proof.ts'
import { ServerRefusal } from '../../src/api.ts'
import { createProve } from '../../src/outbox/prove.ts'
import { alarm } from '../../src/outbox/send.ts'
import { solve } from '../../src/outbox/solve.ts'

const SECRET = 'a secret of the server'
const body = utf8('{"v":1}')
const hashOf = async (bytes: Uint8Array<ArrayBuffer>) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))

const challengeOf = async () =>
  (await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: 5,
    keyPrefix: '0',
    data: { bytes: 100, until: 1 },
    deriveKey,
    hmacSignatureSecret: SECRET,
  })) as Challenge

const proves = async ({ challenge, solution }: Proof, bytes: Uint8Array<ArrayBuffer>) =>
  (
    await verifySolution({
      challenge,
      solution,
      deriveKey: boundTo(await hashOf(bytes), deriveKey),
      hmacSignatureSecret: SECRET,
    })
  ).verified

describe('a proof of work', () => {
  it('holds for the bytes that it was made for, and for no others', async () => {
    const proof = await solve(await challengeOf(), body)
    expect(await proves(proof, body)).toBe(true)
    expect(await proves(proof, utf8('{"v":2}'))).toBe(false)
  })

  it('travels as the text that it was, and nothing else is read as one', async () => {
    const proof = await solve(await challengeOf(), body)
    expect(readProof(proofText(proof))).toEqual(proof)
    for (const text of ['', 'x', '{}', proofText(proof).slice(4), proofText({ ...proof, solution: {} as never })])
      expect(readProof(text)).toBeNull()
  })
})

describe('sending with a proof', () => {
  const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status })
  const needed = (challenge: unknown) => new ServerRefusal('proof-needed', 403, null, challenge)
  const asking = (...answers: (() => Promise<Response>)[]) => {
    const asked: string[] = []
    const prove = createProve({
      fetch: async (path) => {
        asked.push(path)
        const answer = answers.shift()
        if (!answer) throw new Error('asked once more')
        return answer()
      },
      alarm,
      solve,
    })
    return { prove, asked }
  }

  it('asks for a challenge for so many bytes, and brings its proof', async () => {
    const { prove, asked } = asking(async () => json(await challengeOf()))
    const headers = await prove(body, false, async (proof) => proof)
    expect(asked).toEqual([`/api/v1/challenge?bytes=${body.length}`])
    expect(await proves(readProof(headers[PROOF_HEADER] ?? '') as Proof, body)).toBe(true)
  })

  it('asks nothing where an enrolled device’s signature is with it', async () => {
    const { prove, asked } = asking()
    expect(await prove(body, true, async (proof) => proof)).toEqual({})
    expect(asked).toEqual([])
  })

  it('solves the challenge that a refusal brings, without asking for another', async () => {
    const { prove, asked } = asking()
    const sent: Record<string, string>[] = []
    const fresh = await challengeOf()
    await prove(body, true, async (proof) => {
      sent.push(proof)
      if (sent.length === 1) throw needed(fresh)
    })
    expect(asked).toEqual([])
    expect(readProof(sent[1]?.[PROOF_HEADER] ?? '')?.challenge).toEqual(fresh)
  })

  it('gives up with the refusal itself after some challenges, or where it brings none', async () => {
    const { prove } = asking()
    let sent = 0
    const refusing = (challenge: unknown) => async () => {
      sent++
      throw needed(challenge)
    }
    await expect(prove(body, true, refusing(await challengeOf()))).rejects.toMatchObject({ reason: 'proof-needed' })
    expect(sent).toBe(3)
    await expect(prove(body, true, refusing({ parameters: {} }))).rejects.toMatchObject({ reason: 'proof-needed' })
    expect(sent).toBe(4)
  })

  it('sends without one where an older server knows no challenges', async () => {
    const { prove } = asking(async () => json({ reason: 'not-found' }, 404))
    expect(await prove(body, false, async (proof) => proof)).toEqual({})
  })

  it.each([
    ['the line is broken', async () => Promise.reject(new TypeError('Failed to fetch')), 'network'],
    ['a captive portal answers', async () => new Response('<h1>Wifi</h1>'), 'not-our-answer'],
  ])('sends nothing when %s', async (_, answer, why) => {
    const { prove } = asking(answer)
    await expect(prove(body, false, async () => Promise.reject(new Error('sent')))).rejects.toMatchObject({ why })
  })
})
