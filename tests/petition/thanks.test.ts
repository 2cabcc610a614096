import { describe, expect, test } from 'vitest'
import { type Browser, installAdvice } from '../../src/petition/thanks/install-advice.ts'
import { allOf } from '../../src/petition/thanks/whereabouts.ts'
import { wrap } from '../../src/petition/thanks/wrap.ts'

describe('where the acts of a sitting are', () => {
  test('is said of all of them: arrived only when none is here, and what was not taken before all else', () => {
    expect(allOf(['here'])).toBe('here')
    expect(allOf(['arrived', 'arrived'])).toBe('arrived')
    expect(allOf(['arrived', 'here'])).toBe('partly')
    expect(allOf(['arrived', 'not-taken', 'here'])).toBe('not-taken')
  })
})

describe('a line of the receipt’s picture', () => {
  const letters = (text: string) => [...text].length

  test('breaks at spaces, never at those that hold, and loses nothing', () => {
    expect(wrap('un reçu pour vous', 8, letters)).toEqual(['un reçu', 'pour', 'vous'])
    expect(wrap('vous retirez\u00a0: ici', 10, letters)).toEqual(['vous', 'retirez\u00a0:', 'ici'])
    expect(wrap('', 8, letters)).toEqual([])
  })

  test('breaks an address that is wider than the picture where it must', () => {
    const lines = wrap('petition.exemple.org/retrait', 10, letters)
    expect(lines.every((it) => letters(it) <= 10)).toBe(true)
    expect(lines.join('')).toBe('petition.exemple.org/retrait')
  })
})

describe('installing is spoken of', () => {
  const browser = (change: Partial<Browser>): Browser => ({
    installed: false,
    offered: false,
    userAgent: 'Mozilla/5.0 (Linux; Android 11) AppleWebKit/537.36 Chrome/156.0 Mobile Safari/537.36',
    touchPoints: 5,
    declined: false,
    ...change,
  })
  const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1'
  const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15'

  test('with a button where the browser has offered it, and not at all where nothing can be done', () => {
    expect(installAdvice(browser({ offered: true }))).toBe('button')
    expect(installAdvice(browser({}))).toBeNull()
  })

  test('with a hand’s help on an iPhone and an iPad, in Safari only', () => {
    expect(installAdvice(browser({ userAgent: iphone }))).toBe('apple')
    expect(installAdvice(browser({ userAgent: mac }))).toBe('apple')
    expect(installAdvice(browser({ userAgent: mac, touchPoints: 0 }))).toBeNull()
    expect(installAdvice(browser({ userAgent: iphone.replace('Version', 'CriOS/150 Version') }))).toBeNull()
  })

  test('never again to who said no, nor in the app itself', () => {
    expect(installAdvice(browser({ offered: true, declined: true }))).toBeNull()
    expect(installAdvice(browser({ userAgent: iphone, installed: true }))).toBeNull()
  })
})
