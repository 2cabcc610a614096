import type { ComponentType, VNode } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'

type State = 'server' | 'coming' | 'failed'

interface Island<Props> {
  Island: ComponentType<Props>
  /** Begins loading; resolves also where that fails, since the island itself says so. */
  preload: () => Promise<void>
}

/**
 * A part of a page whose code comes later. Until the browser has taken over it shows what the server wrote there, then
 * `waiting`; a failed load can be tried again.
 */
export function island<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: (state: State, again: () => void, props: Props) => VNode | null,
): Island<Props> {
  let Loaded: ComponentType<Props> | undefined
  let loading: Promise<boolean> | undefined

  const begin = (): Promise<boolean> => {
    loading ??= load().then(
      (component) => {
        Loaded = component
        return true
      },
      (error) => {
        console.error(error)
        loading = undefined
        return false
      },
    )
    return loading
  }

  function Island(props: Props) {
    const [state, setState] = useState<State | 'here'>(Loaded ? 'here' : 'server')
    const show = () => {
      setState('coming')
      begin().then((came) => setState(came ? 'here' : 'failed'))
    }
    // Before the browser draws again: what is there already shall not wait for a frame that is drawn without it.
    // By the state and not by `Loaded`: the code may have come between this drawing and this effect.
    useLayoutEffect(() => {
      if (state === 'here') return
      if (Loaded) setState('here')
      else show()
    }, [])
    if (Loaded && state === 'here') return <Loaded {...props} />
    return waiting(state === 'here' ? 'coming' : state, show, props)
  }

  return { Island, preload: () => begin().then(() => {}) }
}
