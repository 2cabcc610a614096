import { describe, expect, it } from 'vitest'
import { enrolFragment } from '../../protocol/stand.ts'
import { readEnrolText, takeEnrolLink } from '../../src/stand/enrol-link.ts'

const CODE = '7KQF2M8DXT4P'
const ROOT = 'ba0a1405273ce9f66182000e462a4bd6'
const ORIGIN = 'https://paraphe.example'

/** As in a browser: what the history is told changes the address at once. */
function browserAt(pathname: string, hash: string) {
  const address = { pathname, hash, search: '' }
  const replaced: unknown[] = []
  const replaceState = (state: unknown, _: string, path: string) => {
    replaced.push([state, path])
    address.hash = new URL(path, ORIGIN).hash
  }
  return { address, replaced, past: { state: { x: 1 }, replaceState } as unknown as History }
}
const take = ({ address, past }: ReturnType<typeof browserAt>) => takeEnrolLink(address, past)

describe('a stand’s link', () => {
  it('is read and leaves the address and the history', () => {
    const browser = browserAt('/stand', `#${enrolFragment(CODE, ROOT)}`)
    expect(take(browser)).toEqual({ code: CODE, root: ROOT })
    expect(browser.replaced).toEqual([[{ x: 1 }, '/stand']])
  })

  it('leaves the address also where it cannot be read', () => {
    const browser = browserAt('/stand', `#${CODE}`)
    expect(take(browser)).toEqual({ problem: 'not-a-code' })
    expect(browser.address.hash).toBe('')
  })

  it('is none without a fragment, nor at another address', () => {
    for (const [path, hash] of [
      ['/stand', ''],
      ['/stand', '#'],
      ['/retrait', `#${enrolFragment(CODE, ROOT)}`],
    ] as const) {
      const browser = browserAt(path, hash)
      expect(take(browser)).toBeNull()
      expect(browser.replaced).toEqual([])
    }
  })
})

describe('what is scanned or typed', () => {
  it.each([
    [`${ORIGIN}/stand#${enrolFragment(CODE, ROOT)}`, { code: CODE, root: ROOT }],
    [` ${enrolFragment(CODE, ROOT)} `, { code: CODE, root: ROOT }],
    ['7kqf-2m8d-xt4p', { code: CODE, root: null }],
    [`https://elsewhere.example/stand#${enrolFragment(CODE, ROOT)}`, { problem: 'other-site' }],
    [`${ORIGIN}/retrait#c.7KQF`, { problem: 'not-a-code' }],
    [`${ORIGIN}/stand#${CODE}.short`, { problem: 'not-a-code' }],
    ['7KQF-2M8D', { problem: 'not-a-code' }],
    ['https://menu.example/', { problem: 'not-a-code' }],
    ['', { problem: 'not-a-code' }],
  ])('%s', (text, read) => {
    expect(readEnrolText(text, ORIGIN)).toEqual(read)
  })
})
