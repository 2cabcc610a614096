import { describe, expect, it } from 'vitest'
import { fingerprintWords } from '../../protocol/fingerprint.ts'
import {
  enrolFragment,
  formatEnrolCode,
  newEnrolCode,
  parseEnrolCode,
  readEnrolFragment,
} from '../../protocol/stand.ts'

const CODE = '7KQF2M8DXT4P'
const ROOT = '00112233445566778899aabbccddeeff'

describe('a code to enrol a tablet', () => {
  it('is read however a person types it', () => {
    expect(formatEnrolCode(CODE)).toBe('7KQF-2M8D-XT4P')
    expect(parseEnrolCode(' 7kqf–2m8d xt4p')).toBe(CODE)
    expect(parseEnrolCode('7KQF-2M8D-XT4O')).toBe('7KQF2M8DXT40')
    for (const wrong of ['', '7KQF', `${CODE}A`, '7KQF-2M8D-XT4U']) expect(parseEnrolCode(wrong)).toBeNull()
  })

  it('is another each time, of letters that can be typed', () => {
    const codes = Array.from({ length: 100 }, () => newEnrolCode())
    expect(new Set(codes).size).toBe(100)
    for (const code of codes) expect(parseEnrolCode(code)).toBe(code)
  })

  it('travels with the root’s id in a fragment, and nothing else is taken for one', () => {
    expect(readEnrolFragment(`#${enrolFragment(CODE, ROOT)}`)).toEqual({ code: CODE, root: ROOT })
    for (const wrong of ['', '#', CODE, `${CODE}.`, `${CODE}.${ROOT}.x`, `x.${ROOT}`])
      expect(readEnrolFragment(wrong)).toBeNull()
  })
})

describe('a root’s words', () => {
  it('are six, the same for the same root, and others for another', () => {
    expect(fingerprintWords(ROOT)).toEqual(fingerprintWords(ROOT))
    expect(fingerprintWords(ROOT)).toHaveLength(6)
    expect(fingerprintWords(ROOT)).not.toEqual(fingerprintWords(`10${ROOT.slice(2)}`))
    expect(fingerprintWords('ffffffffffffffff')).not.toContain(undefined)
  })
})
