// What a browser's pages cost, by the browser's own account: a machine that is busy otherwise disturbs it less than the clock.
import { readFileSync } from 'node:fs'
import type { Browser, CDPSession } from '@playwright/test'

interface Process {
  type: string
  id: number
  /** Seconds. */
  cpuTime: number
}

export class Renderers {
  private constructor(private readonly session: CDPSession) {}

  static async of(browser: Browser): Promise<Renderers> {
    return new Renderers(await browser.newBrowserCDPSession())
  }

  private async all(): Promise<Process[]> {
    const { processInfo } = (await this.session.send('SystemInfo.getProcessInfo')) as { processInfo: Process[] }
    return processInfo.filter(({ type }) => type === 'renderer')
  }

  /** Seconds of processor time that pages and their workers have used so far. */
  async seconds(): Promise<number> {
    return (await this.all()).reduce((sum, it) => sum + it.cpuTime, 0)
  }

  /** The most that one of them ever held, in MiB, by the kernel's own high-water mark; 0 where it has none (not Linux). */
  async peak(): Promise<number> {
    const peaks = (await this.all()).map(({ id }) => {
      try {
        return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1024
      } catch {
        return 0
      }
    })
    return Math.max(0, ...peaks)
  }
}
