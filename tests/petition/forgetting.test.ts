import { beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetting, GRACE_MS, watchLeaving } from '../../src/petition/forgetting.ts'

// A filled form on a phone that is handed on: a page of its own, with the events that browsers send.

const clear = vi.fn()
let page: EventTarget & { visibilityState: string }
let window: EventTarget
let time: number
let form: ReturnType<typeof forgetting>
let end: () => void

beforeEach(() => {
  clear.mockReset()
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  window = new EventTarget()
  time = 1_000_000
  form = forgetting(clear)
  end = watchLeaving({ window, document: page, now: () => time }, form.left, form.back)
})

const hide = () => window.dispatchEvent(new Event('pagehide'))
const show = (persisted: boolean) => window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }))
const look = (visibilityState: string) => {
  page.visibilityState = visibilityState
  page.dispatchEvent(new Event('visibilitychange'))
}

describe('a filled form', () => {
  it('is empty once its page is left', () => {
    hide()
    expect(clear).toHaveBeenCalledOnce()
  })

  it('is empty after ten minutes out of sight, and not sooner', () => {
    look('hidden')
    time += GRACE_MS
    look('visible')
    expect(clear).not.toHaveBeenCalled()
    look('hidden')
    time += GRACE_MS + 1
    look('visible')
    expect(clear).toHaveBeenCalledOnce()
  })

  it('stays when its page is only shown for the first time, and is let alone when it is no longer watched', () => {
    show(false)
    end()
    hide()
    show(true)
    look('hidden')
    expect(clear).not.toHaveBeenCalled()
  })
})

describe('a form that is just being kept', () => {
  it('is not interrupted when its page is left, and is empty when that has ended, without its thanks', () => {
    const wanted = form.begin()
    expect([form.isBusy(), wanted()]).toEqual([true, true])
    hide()
    expect(clear).not.toHaveBeenCalled()
    expect(wanted()).toBe(false)
    form.end()
    expect(clear).toHaveBeenCalledOnce()
    expect(form.isBusy()).toBe(false)
  })

  it('is empty at once when the browser shows its page again as it was, and what ends then shows nothing', () => {
    const wanted = form.begin()
    hide()
    show(true)
    expect(clear).toHaveBeenCalledOnce()
    expect([form.isBusy(), wanted()]).toEqual([true, false])
    // Whoever types there meanwhile keeps it.
    form.end()
    expect(clear).toHaveBeenCalledOnce()
    expect(form.begin()()).toBe(true)
  })

  it('shows its outcome where nobody left', () => {
    const wanted = form.begin()
    expect(wanted()).toBe(true)
    form.end()
    expect(clear).not.toHaveBeenCalled()
  })
})
