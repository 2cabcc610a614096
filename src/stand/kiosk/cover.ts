// Systems photograph an app for their switcher as it goes out of sight. The cover is put on within the very event, not with the
// next drawing of the page, which may come after the photograph.

const COVERED = 'kiosk-covered'

export interface CoverPorts {
  window: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>
  document: Pick<EventTarget, 'addEventListener' | 'removeEventListener'> & {
    readonly visibilityState: string
    readonly documentElement: { classList: Pick<DOMTokenList, 'add' | 'remove'> }
  }
  afterDrawing(work: () => void): void
}

interface Told {
  hidden(): void
  shown(): void
  /** The page is left for good, or comes back as the browser froze it. */
  left(): void
}

/** Covers and uncovers until the function that comes back is called. A covered screen that is touched is in sight. */
export function watchSight({ window, document, afterDrawing }: CoverPorts, told: Told): () => void {
  const { classList } = document.documentElement
  let covered = false
  const hide = () => {
    covered = true
    classList.add(COVERED)
    told.hidden()
  }
  const show = () => {
    if (!covered || document.visibilityState === 'hidden') return
    covered = false
    // What ran out meanwhile is gone before the cover is.
    told.shown()
    afterDrawing(() => {
      if (!covered) classList.remove(COVERED)
    })
  }
  const change = () => (document.visibilityState === 'hidden' ? hide() : show())
  const leave = () => {
    hide()
    told.left()
  }
  const thaw = (event: Event) => {
    if ((event as PageTransitionEvent).persisted) told.left()
    show()
  }
  const listeners = [
    [document, 'visibilitychange', change],
    // The switcher of some systems comes before the page is told that it is hidden.
    [window, 'blur', hide],
    [window, 'focus', show],
    [window, 'pointerdown', show],
    [window, 'keydown', show],
    [window, 'pagehide', leave],
    [document, 'freeze', hide],
    [window, 'pageshow', thaw],
  ] as const
  // Not while they go down to a field: a field that loses the focus is no window that does.
  for (const [on, name, listener] of listeners) on.addEventListener(name, listener)
  return () => {
    for (const [on, name, listener] of listeners) on.removeEventListener(name, listener)
    classList.remove(COVERED)
  }
}
