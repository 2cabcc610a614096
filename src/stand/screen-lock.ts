// What a page can do so that the tablet stays awake and shows nothing but the kiosk. Where a platform has none of it or refuses,
// nothing happens and nobody is told, but the readiness check can ask.

/** missing: the platform has none · refused: it has, and said no (battery saver, no touch yet). */
export type Held = 'held' | 'refused' | 'missing' | 'released'

export interface ScreenState {
  awake: Held
  fullScreen: Held
}

const state: ScreenState = { awake: 'released', fullScreen: 'released' }

/** How it stands now. */
export const screenState = (): Readonly<ScreenState> => ({ ...state })

/** Keeps the screen on until the function that comes back is called; systems take the lock away whenever the page is hidden. */
export function stayAwake(): () => void {
  if (!('wakeLock' in navigator)) {
    state.awake = 'missing'
    return () => {}
  }
  let lock: WakeLockSentinel | null = null
  let wanted = true
  const hold = async () => {
    if (!wanted || document.visibilityState !== 'visible' || (lock && !lock.released)) return
    try {
      lock = await navigator.wakeLock.request('screen')
      state.awake = 'held'
      lock.addEventListener('release', () => {
        state.awake = 'released'
      })
      if (!wanted) await lock.release()
    } catch {
      state.awake = 'refused'
    }
  }
  void hold()
  document.addEventListener('visibilitychange', hold)
  // Some refuse before the first touch.
  document.addEventListener('pointerdown', hold)
  return () => {
    wanted = false
    document.removeEventListener('visibilitychange', hold)
    document.removeEventListener('pointerdown', hold)
    void lock?.release().catch(() => {})
  }
}

/** An installed app has the whole screen already. */
const isAlone = () => matchMedia('(display-mode: fullscreen), (display-mode: standalone)').matches

/** Platforms allow it from within a touch only, so each "touch to sign" asks. */
export async function fillScreen(): Promise<void> {
  if (document.fullscreenElement || isAlone()) {
    state.fullScreen = 'held'
    return
  }
  if (!document.fullscreenEnabled) {
    state.fullScreen = 'missing'
    return
  }
  try {
    await document.documentElement.requestFullscreen({ navigationUI: 'hide' })
    state.fullScreen = 'held'
  } catch {
    state.fullScreen = 'refused'
  }
}

export async function leaveFullScreen(): Promise<void> {
  state.fullScreen = 'released'
  if (document.fullscreenElement) await document.exitFullscreen().catch(() => {})
}
