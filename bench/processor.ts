import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Seconds that it has used so far, by the kernel's account (proc(5): utime and stime, in hundredths). */
export function processorOf({ pid }: Pick<ChildProcess, 'pid'>): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return 0
  }
}
