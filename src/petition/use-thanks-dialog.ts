import { useEffect, useRef } from 'preact/hooks'

/**
 * Opens a dialog above the page with a step in the history of its own, so that "back" leaves it and not the site. `mayLeave` is
 * asked before; where it says no, it has said why on the screen.
 */
export function useThanksDialog(mayLeave: () => boolean, leave: () => void) {
  const ref = useRef<HTMLDialogElement>(null)
  const latest = useRef({ mayLeave, leave })
  latest.current = { mayLeave, leave }
  useEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    let over = false
    dialog.showModal()
    dialog.querySelector('h1')?.focus()
    // "Back" would scroll to the form again; who has signed is done with it.
    history.scrollRestoration = 'manual'
    const step = () => history.pushState(null, '')
    step()
    const back = (event: Event) => {
      event.preventDefault()
      history.back()
    }
    // Android's "back" closes a dialog by itself where nobody has touched it yet: it opens again, to ask.
    const closed = () => {
      if (over) return
      dialog.showModal()
      history.back()
    }
    const left = () => {
      if (!latest.current.mayLeave()) return step()
      over = true
      // Not before the browser is done with this step.
      setTimeout(restore)
      // Closed before the focus moves: what is below an open dialog cannot take it.
      dialog.close()
      latest.current.leave()
      window.scrollTo({ top: 0, behavior: 'instant' })
      document.getElementById('main')?.focus({ preventScroll: true })
    }
    dialog.addEventListener('cancel', back)
    dialog.addEventListener('close', closed)
    window.addEventListener('popstate', left)
    return () => {
      over = true
      restore()
      dialog.removeEventListener('cancel', back)
      dialog.removeEventListener('close', closed)
      window.removeEventListener('popstate', left)
    }
  }, [])
  return ref
}

const restore = () => {
  history.scrollRestoration = 'auto'
}
