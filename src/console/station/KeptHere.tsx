import { useEffect, useState } from 'preact/hooks'
import { Notice } from '../../ui/Notice.tsx'
import { isKept, keepHere } from './keep-here.ts'
import { useStationWords } from './use-station-words.ts'

const LOOK_EVERY_MS = 1500
/** On a slow line the worker may not get it all at once. */
const ASK_EVERY_LOOKS = 15

/** Whether this computer can be taken off the network now. */
export function KeptHere() {
  const { said } = useStationWords()
  const [kept, setKept] = useState<boolean | null | undefined>(undefined)
  useEffect(() => {
    let looks = 0
    const look = async () => {
      const all = await isKept().catch(() => null)
      setKept(all)
      if (all === false && looks++ % ASK_EVERY_LOOKS === 0) keepHere()
    }
    look()
    const timer = setInterval(look, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  if (kept === undefined) return null
  if (kept) return <Notice tone="ok">{said.kept}</Notice>
  return <Notice tone="warn">{kept === null ? said.keepsNothing : said.notKept}</Notice>
}
