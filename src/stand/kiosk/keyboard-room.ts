/**
 * Keyboards on the screen lie over the page, and over its main button. Tells how many pixels they cover, as the custom property
 * `--keyboard` of `room`, until the function that comes back is called.
 */
export function watchKeyboard(room: HTMLElement): () => void {
  const view = window.visualViewport
  if (!view) return () => {}
  const look = () => {
    // Who enlarges the page with two fingers has no keyboard open.
    const covered = view.scale > 1.01 ? 0 : Math.max(0, window.innerHeight - view.height - view.offsetTop)
    room.style.setProperty('--keyboard', `${Math.round(covered)}px`)
  }
  look()
  view.addEventListener('resize', look)
  view.addEventListener('scroll', look)
  return () => {
    view.removeEventListener('resize', look)
    view.removeEventListener('scroll', look)
  }
}
