import { describe, expect, it } from 'vitest'
import { fromBase64url, toBase64url } from '../../protocol/base64url.ts'
import type { Envelope } from '../../protocol/envelope.ts'
import { open } from '../../protocol/opening.ts'
import { quickOpen } from '../../src/console/quick-open.ts'
import { contact, letter, openedPost, signature } from './fixtures.ts'

// Whatever `open`, by the HPKE library, says of an envelope, `quickOpen` says too.

const { keys, post } = await openedPost()
const [key] = keys.values()
const stranger = [...(await openedPost()).keys.values()][0]
if (!key || !stranger) throw new Error('no keys')

const said = (opening: Promise<unknown>) =>
  opening.catch((error: { problem?: string; name: string }) => error.problem ?? error.name)

const both = async (envelope: Envelope, by = key) => {
  const [quick, library] = [await said(quickOpen(envelope, by)), await said(open(envelope, by))]
  expect(quick).toEqual(library)
  return quick
}

describe('opening many', () => {
  it('opens what the library opens, of every kind', async () => {
    for (const body of [signature(), contact(), letter(), signature({ lastName: 'Ɖɔ̃ŋgbɛ' })]) {
      const { envelope } = await post(body, body.kind === 'letter' ? ['joel'] : undefined)
      expect(await both(envelope)).toEqual(body)
    }
  })

  it('refuses what the library refuses: another key, and each part that was changed', async () => {
    const { envelope } = await post(signature())
    expect(await both(envelope, stranger)).toBe('wrong-key')
    expect(await both({ ...envelope, key: stranger.id }, stranger)).toBe('wrong-key')
    expect(await both({ ...envelope, petitions: ['joel'] } as Envelope)).toBe('wrong-key')
    expect(await both({ ...envelope, consent: 'autre' })).toBe('wrong-key')
    expect(await both({ ...envelope, sealed: '***' })).toBe('$ZodError')
    for (const at of [0, 1, 40, 64, 65, 100, -1]) {
      const bytes = fromBase64url(envelope.sealed) as Uint8Array<ArrayBuffer>
      const i = at < 0 ? bytes.length + at : at
      bytes[i] = (bytes[i] ?? 0) ^ 1
      expect(await both({ ...envelope, sealed: toBase64url(bytes) })).toBe('wrong-key')
    }
  })
})
