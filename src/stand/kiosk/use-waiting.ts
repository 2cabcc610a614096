import { useEffect, useState } from 'preact/hooks'
import { watch } from '../../outbox/this-device.ts'
import type { Send } from './parts.ts'

/** Envelopes that wait here. Where the storage cannot even be read, nobody may sign until it can. */
export function useWaiting(send: Send): number {
  const [waiting, setWaiting] = useState(0)
  useEffect(() => {
    let lost = false
    return watch(
      ({ tally }) => {
        setWaiting(tally.waiting)
        if (lost) send({ type: 'storage', problem: null })
        lost = false
      },
      ({ problem }) => {
        lost = true
        send({ type: 'storage', problem })
      },
    )
  }, [send])
  return waiting
}
