import { describe, expect, it, vi } from 'vitest'
import { formatReceiptCode, newReceiptCode } from '../../protocol/receipt.ts'
import { emptyFields, type SignFields } from '../../src/petition/sign.ts'
import { DuplicateHint } from '../../src/stand/duplicate-hint.ts'
import { watchSight } from '../../src/stand/kiosk/cover.ts'
import { pathOf } from '../../src/stand/kiosk/ink.ts'
import { readSlip } from '../../src/stand/kiosk/read-slip.ts'
import { suggestTowns } from '../../src/stand/kiosk/towns.ts'
import { setting } from './setting.ts'

describe('towns', () => {
  const towns = ['Lomé', 'Sokodé', 'Kara', 'Agoè-Nyivé', 'Bè', 'Nyékonakpoè', 'Tsévié', 'Aného']
  it('are found by how they begin, whatever accents and capitals somebody types', () => {
    expect(suggestTowns(towns, 'LOME')).toEqual(['Lomé'])
    expect(suggestTowns(towns, ' be')).toEqual(['Bè'])
    expect(suggestTowns(towns, 'nyi')).toEqual(['Agoè-Nyivé'])
    expect(suggestTowns(towns, 'ny')).toEqual(['Nyékonakpoè', 'Agoè-Nyivé'])
    expect(suggestTowns(towns, 'x')).toEqual([])
  })
  it('are the first few before anybody types, and no more is offered once one is written', () => {
    expect(suggestTowns(towns, '')).toHaveLength(6)
    expect(suggestTowns(towns, 'Lomé')).toEqual([])
  })
})

describe('a paper slip', () => {
  const code = newReceiptCode()
  it('is read from what is typed and from its QR code', () => {
    expect(readSlip(formatReceiptCode(code).toLowerCase(), 'c-1')).toEqual({ code })
    expect(readSlip(`https://a.example/retrait#c-1.${formatReceiptCode(code).replaceAll('-', '')}`, 'c-1')).toEqual({
      code,
    })
    expect(readSlip(formatReceiptCode(code).replaceAll('-', ' '), 'c-1')).toEqual({ code })
  })
  it('says what is wrong with it', () => {
    expect(readSlip(`https://a.example/retrait#c-2.${formatReceiptCode(code)}`, 'c-1')).toEqual({
      problem: 'other-campaign',
    })
    for (const typed of ['', 'ABC', formatReceiptCode(code).slice(1)])
      expect(readSlip(typed, 'c-1')).toEqual({ problem: 'not-a-code' })
  })
})

describe('the duplicate hint', () => {
  const noon = new Date('2026-11-22T12:00:00')
  const day = async () => {
    const { campaign } = await setting()
    const hint = new DuplicateHint()
    const sign = (fields: Partial<SignFields>, now = noon) =>
      hint.noticed({ ...emptyFields(campaign, ['joel-paredes']), phone: '90123456', ...fields }, campaign, now)
    return { hint, sign }
  }
  it('counts who signed the same petition twice by the same number or address, however it is written', async () => {
    const { hint, sign } = await day()
    await sign({})
    expect(hint.count(noon)).toBe(0)
    await sign({ phone: '+228 90 12 34 56', firstName: 'Afi' })
    expect(hint.count(noon)).toBe(1)
    await sign({ way: 'email', phone: '', email: 'afi@exemple.org' })
    await sign({ way: 'email', phone: '', email: ' Afi@Exemple.org' })
    expect(hint.count(noon)).toBe(2)
  })
  it('does not count another petition, another number, or people known by their quarter', async () => {
    const { hint, sign } = await day()
    await sign({})
    await sign({ petitions: ['manahel-al-otaibi'] })
    await sign({ phone: '90123457' })
    for (let i = 0; i < 2; i++) await sign({ way: 'place', phone: '', town: 'Lomé', quarter: 'Bè' })
    expect(hint.count(noon)).toBe(0)
  })
  it('forgets what was taken back, so that a row keyed in anew is no second one', async () => {
    const { hint, sign } = await day()
    const first = await sign({})
    first.takeBack()
    expect((await sign({})).twice).toBe(false)
    const again = await sign({})
    expect([again.twice, hint.count(noon)]).toEqual([true, 1])
    again.takeBack()
    expect(hint.count(noon)).toBe(0)
  })
  it('begins anew with each day, and holds nothing that could be read back', async () => {
    const { hint, sign } = await day()
    await sign({})
    await sign({})
    expect(hint.count(noon)).toBe(1)
    const held = JSON.stringify([...(hint as unknown as { seen: Map<string, number> }).seen])
    expect(held).not.toMatch(/90123456|paredes/)
    const tomorrow = new Date('2026-11-23T08:00:00')
    expect(hint.count(tomorrow)).toBe(0)
    await sign({}, tomorrow)
    expect(hint.count(tomorrow)).toBe(0)
  })
})

describe('the cover', () => {
  const sight = () => {
    const classes = new Set<string>()
    const document = Object.assign(new EventTarget(), {
      visibilityState: 'visible',
      documentElement: {
        classList: { add: (it: string) => void classes.add(it), remove: (it: string) => void classes.delete(it) },
      },
    })
    const window = new EventTarget()
    const told = { hidden: vi.fn(), shown: vi.fn(), left: vi.fn() }
    const drawn: (() => void)[] = []
    const end = watchSight({ window, document, afterDrawing: (work) => void drawn.push(work) }, told)
    const draw = () => {
      for (const it of drawn.splice(0)) it()
    }
    return { classes, document, window, told, draw, end }
  }
  it('is on within the event itself, and off only after what ran out meanwhile is gone', () => {
    const { classes, document, told, draw } = sight()
    document.visibilityState = 'hidden'
    document.dispatchEvent(new Event('visibilitychange'))
    expect([classes.size, told.hidden.mock.calls.length]).toEqual([1, 1])
    document.visibilityState = 'visible'
    document.dispatchEvent(new Event('visibilitychange'))
    expect(told.shown).toHaveBeenCalledOnce()
    expect(classes.size).toBe(1)
    draw()
    expect(classes.size).toBe(0)
  })
  it('comes with the window’s own blur too, and goes when it is touched', () => {
    const { classes, window, draw } = sight()
    window.dispatchEvent(new Event('blur'))
    expect(classes.size).toBe(1)
    window.dispatchEvent(new Event('pointerdown'))
    draw()
    expect(classes.size).toBe(0)
  })
  it('stays when it is put on again before the page was drawn', () => {
    const { classes, window, draw } = sight()
    window.dispatchEvent(new Event('blur'))
    window.dispatchEvent(new Event('focus'))
    window.dispatchEvent(new Event('blur'))
    draw()
    expect(classes.size).toBe(1)
  })
  it('tells that the page is left, and that it came back frozen', () => {
    const { told, window, end, classes } = sight()
    window.dispatchEvent(new Event('pagehide'))
    expect(told.left).toHaveBeenCalledTimes(1)
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
    expect(told.left).toHaveBeenCalledTimes(2)
    end()
    expect(classes.size).toBe(0)
  })
})

it('ink: a dot is a dot, and a line ends where the finger left', () => {
  expect(pathOf([])).toBe('')
  expect(pathOf([{ x: 5, y: 6 }])).toBe('M5 6L5 6')
  expect(
    pathOf([
      { x: 0, y: 0 },
      { x: 10, y: 10 },
    ]),
  ).toBe('M0 0Q0 0 5 5L10 10')
})
