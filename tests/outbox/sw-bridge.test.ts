import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

// A browser's edge, faked: workbox-window and the few globals that the bridge touches.
let listeners: Record<string, () => void>
let register: () => Promise<unknown>
let calls: ('update' | 'skip' | 'reload')[]
let posted: unknown[]
let synced: string[]
let visible: () => void
let firstVisits: string[]

class FakeWorkbox {
  addEventListener(type: string, listener: () => void) {
    listeners[type] = listener
  }
  register = () => register()
  update = async () => void calls.push('update')
  messageSkipWaiting = () => void calls.push('skip')
}
vi.mock('workbox-window', () => ({ Workbox: FakeWorkbox }))

beforeEach(() => {
  vi.resetModules()
  listeners = {}
  register = async () => undefined
  calls = []
  posted = []
  synced = []
  firstVisits = []
  const registration = {
    active: { postMessage: (message: unknown) => void posted.push(message) },
    sync: { register: async (tag: string) => void synced.push(tag) },
  }
  // A returning visitor: a worker answers already.
  vi.stubGlobal('navigator', {
    serviceWorker: {
      ready: Promise.resolve(registration),
      controller: {},
      register: async (url: string) => void firstVisits.push(url),
    },
  })
  vi.stubGlobal('location', {
    origin: 'https://paraphe.example',
    pathname: '/p/joel',
    reload: () => void calls.push('reload'),
  })
  const addEventListener = (_: string, listener: () => void) => {
    visible = listener
  }
  vi.stubGlobal('document', { visibilityState: 'visible', addEventListener })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const started = async () => {
  const bridge = await import('../../src/outbox/sw-bridge.ts')
  await bridge.startWorker()
  return bridge
}

describe('the worker', () => {
  it('is asked to keep the page that is being read', async () => {
    const bridge = await started()
    bridge.warmCache(['/p/joel'])
    await expect.poll(() => posted).toEqual([{ type: 'WARM', paths: ['/p/joel'] }])
  })

  it('is a bonus: a browser that blocks it is tolerated', async () => {
    register = () => Promise.reject(new TypeError('blocked'))
    await expect(started()).resolves.toBeTruthy()
    expect(posted).toEqual([])
  })

  it('is a bonus: without the API at all, nothing breaks', async () => {
    vi.stubGlobal('navigator', {})
    const bridge = await started()
    bridge.askForSync()
    bridge.warmCache(['/'])
    bridge.applyUpdate()
    expect(bridge.updateReady()).toBe(false)
  })

  it('is woken by Background Sync where that exists, and only there', async () => {
    const bridge = await started()
    bridge.askForSync()
    await expect.poll(() => synced).toEqual(['paraphe-drain'])
    vi.stubGlobal('navigator', { serviceWorker: { ready: Promise.resolve({}) } })
    bridge.askForSync()
    expect(synced).toHaveLength(1)
  })

  it('comes at a first visit without what watches for newer ones, which comes when it has grown old', async () => {
    Object.assign(navigator.serviceWorker, { controller: null })
    vi.useFakeTimers({ toFake: ['Date'] })
    await started()
    expect(firstVisits.map(String)).toEqual(['/sw.js'])
    expect(listeners).toEqual({})
    vi.setSystemTime(Date.now() + 61 * 60_000)
    visible()
    await vi.waitFor(() => expect(calls).toEqual(['update']))
  })

  it('is looked for anew at most once an hour, when the page is looked at', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    await started()
    visible()
    expect(calls).toEqual([])
    vi.setSystemTime(Date.now() + 61 * 60_000)
    visible()
    visible()
    await vi.waitFor(() => expect(calls).toEqual(['update']))
  })
})

describe('an update', () => {
  it('is told when it waits', async () => {
    const bridge = await started()
    const told: boolean[] = []
    const end = bridge.onUpdateWaiting((ready) => void told.push(ready))
    listeners.waiting?.()
    expect(told).toEqual([false, true])
    end()
  })

  it('reloads the tab that asked for it', async () => {
    const bridge = await started()
    listeners.waiting?.()
    bridge.applyUpdate()
    await vi.waitFor(() => expect(calls).toEqual(['skip']))
    listeners.controlling?.()
    expect(calls).toEqual(['skip', 'reload'])
  })

  it('does not reload a tab that did not ask', async () => {
    const bridge = await started()
    listeners.waiting?.()
    listeners.controlling?.()
    expect(calls).not.toContain('reload')
    expect(bridge.updateReady()).toBe(false)
  })

  it('waits while a form is filled, however many there are', async () => {
    const bridge = await started()
    listeners.waiting?.()
    const [one, two] = [bridge.holdUpdates(), bridge.holdUpdates()]
    bridge.applyUpdate()
    expect(calls).toEqual([])
    one()
    one()
    expect(bridge.updateReady()).toBe(false)
    two()
    expect(bridge.updateReady()).toBe(true)
    bridge.applyUpdate()
    await vi.waitFor(() => expect(calls).toEqual(['skip']))
  })

  it('does not reload under a form that was begun after it was asked for', async () => {
    const bridge = await started()
    listeners.waiting?.()
    bridge.applyUpdate()
    bridge.holdUpdates()
    listeners.controlling?.()
    expect(calls).not.toContain('reload')
  })
})
