import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ActBody, SignatureBody } from '../../protocol/act.ts'
import { fromBase64url, toBase64url } from '../../protocol/base64url.ts'
import type { Envelope } from '../../protocol/envelope.ts'
import { newUuid } from '../../protocol/ids.ts'
import { open, unpad } from '../../protocol/opening.ts'
import { pad, seal } from '../../protocol/seal.ts'
import { openIndependently } from './independent-hpke.ts'
import { BODIES, headFor, newTestKey, type TestKey } from './samples.ts'

const RUNS = process.env.PARAPHE_LONG ? 2000 : 60

const word = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 100 })
  .filter((text) => text.trim() === text && text !== '')
const anySignature: fc.Arbitrary<ActBody> = fc
  .record({ firstName: word, lastName: word, town: word, quarter: word })
  .map((person) => ({ ...(BODIES[0] as SignatureBody), person: { ...person, country: 'TG' } }))

let key: TestKey
let other: TestKey
beforeAll(async () => {
  key = await newTestKey()
  other = await newTestKey()
})

const sealed = async (body: ActBody) => seal(await headFor(body, key.opening.id), body, key.publicKey)

describe('sealing', () => {
  it('opens to exactly the act that was sealed, of every kind', async () => {
    for (const body of BODIES) expect(await open(await sealed(body), key.opening)).toEqual(body)
  })

  it('opens to exactly what was typed, whatever was typed, here and in an independent implementation', async () => {
    await fc.assert(
      fc.asyncProperty(anySignature, async (body) => {
        const envelope = await sealed(body)
        expect(await open(envelope, key.opening)).toEqual(body)
        expect(await openIndependently(envelope, key.jwk)).toEqual(body)
      }),
      { numRuns: RUNS },
    )
  })

  it('does not open when any byte of the seal was changed', async () => {
    const envelope = await sealed(BODIES[0] as ActBody)
    const bytes = fromBase64url(envelope.sealed) as Uint8Array
    for (let at = 0; at < bytes.length; at++) {
      const changed = bytes.slice()
      changed[at] = (changed[at] as number) ^ (1 << (at % 8))
      const moved = { ...envelope, sealed: toBase64url(changed) }
      await expect(open(moved, key.opening), `byte ${at}`).rejects.toThrow('wrong-key')
    }
  })

  it.each([
    ['id', newUuid()],
    ['kind', 'letter'],
    ['campaign', 'another'],
    ['petitions', ['joel-paredes']],
    ['consent', 'sign-2'],
    ['withdrawTag', toBase64url(new Uint8Array(32))],
  ])('does not open when its %s was changed', async (field, value) => {
    const envelope = await sealed(BODIES[0] as ActBody)
    const petitions = field === 'kind' ? ['joel-paredes'] : envelope.petitions
    await expect(open({ ...envelope, petitions, [field]: value } as Envelope, key.opening)).rejects.toThrow('wrong-key')
  })

  it('does not open with another key, nor as another version or suite', async () => {
    const envelope = await sealed(BODIES[0] as ActBody)
    await expect(open(envelope, other.opening)).rejects.toThrow('wrong-key')
    await expect(open({ ...envelope, key: other.opening.id }, { ...other.opening })).rejects.toThrow('wrong-key')
    await expect(
      open({ ...envelope, key: other.opening.id }, { ...key.opening, id: other.opening.id }),
    ).rejects.toThrow('wrong-key')
    await expect(open({ ...envelope, v: 2 } as never, key.opening)).rejects.toThrow()
    await expect(open({ ...envelope, suite: 'X25519' } as never, key.opening)).rejects.toThrow()
  })

  it('does not open from a non-canonical writing of the same bytes', async () => {
    const { sealed: text, ...head } = await sealed(BODIES[0] as ActBody)
    const bytes = fromBase64url(text) as Uint8Array
    // The last letter of an unpadded group carries unused bits: find a length that has some.
    expect(bytes.length % 3).not.toBe(0)
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const last = letters.charAt(letters.indexOf(text.slice(-1)) + 1)
    const others = [`${text}=`, `${text}==`, text.slice(0, -1) + last, ` ${text}`, text.replace(/.$/, '+'), `${text}\n`]
    for (const writing of others)
      await expect(open({ ...head, sealed: writing } as Envelope, key.opening)).rejects.toThrow()
  })

  it('refuses to seal to a key that the envelope does not name', async () => {
    const body = BODIES[0] as ActBody
    await expect(seal(await headFor(body, key.opening.id), body, other.publicKey)).rejects.toThrow('wrong-key')
  })

  it('refuses to seal what would be too large for any server', async () => {
    const letter = { ...BODIES[2], text: '\u{1F58B}'.repeat(2000) } as ActBody
    const roomy = await sealed(letter)
    expect((fromBase64url(roomy.sealed) as Uint8Array).length).toBeLessThan(24 * 1024)
    // JSON writes a control character as six letters: within each field's limit, past the envelope's.
    const control = '\u0001'
    const from = { firstName: `a${control.repeat(98)}a`, lastName: `a${control.repeat(98)}a`, country: 'TG' }
    const body = { ...BODIES[2], from, text: `a${control.repeat(3998)}a` } as ActBody
    await expect(sealed(body).then(() => 'sealed')).rejects.toThrow('too-large')
  })

  it('shows no more of a name’s length than a multiple of 256 bytes', async () => {
    const short = await sealed({
      ...BODIES[0],
      person: { firstName: 'A', lastName: 'B', country: 'TG', phone: '+22890000000' },
    } as ActBody)
    const longer = await sealed({
      ...BODIES[0],
      person: { firstName: 'Anastasie', lastName: 'Bonfoh', country: 'TG', phone: '+22890000000' },
    } as ActBody)
    expect(short.sealed.length).toBe(longer.sealed.length)
  })
})

describe('padding', () => {
  it('comes back as it went in and is always a multiple of 256', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), (text) => {
        expect(pad(text).length % 256).toBe(0)
        expect(unpad(pad(text))).toBe(text)
      }),
    )
  })

  it('is refused when it is longer than needed, not zero, too short, or holds broken UTF-8', () => {
    const good = pad('{}')
    const withByte = (at: number, value: number) => {
      const bytes = good.slice()
      bytes[at] = value
      return bytes
    }
    expect(unpad(new Uint8Array([...good, ...new Uint8Array(256)]))).toBeNull()
    expect(unpad(withByte(255, 1))).toBeNull()
    expect(unpad(withByte(0, 1))).toBeNull()
    expect(unpad(withByte(4, 0xff))).toBeNull()
    expect(unpad(good.subarray(0, 255))).toBeNull()
    expect(unpad(new Uint8Array())).toBeNull()
  })
})
