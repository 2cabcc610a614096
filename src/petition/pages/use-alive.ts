import { useEffect, useState } from 'preact/hooks'

/** False on the server and until the browser has taken over, so that both draw the same at first. */
export function useAlive(): boolean {
  const [alive, setAlive] = useState(false)
  useEffect(() => setAlive(true), [])
  return alive
}
