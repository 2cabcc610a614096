// Looks at this tablet, for readiness.ts to judge. Everything here works with no network, and waits for it only a few seconds.
import type { Campaign } from '../../protocol/campaign.ts'
import type { Enrolled } from '../outbox/notes.ts'
import { lackingFiles } from '../outbox/stand-files.ts'
import { warmCache } from '../outbox/sw-bridge.ts'
import { ownFetch, storage } from '../outbox/this-device.ts'
import type { Findings } from './readiness.ts'
import { askStandNow } from './stand-now.ts'
import { tryStorage } from './try-storage.ts'

export const isInstalled = (): boolean =>
  matchMedia('(display-mode: standalone), (display-mode: fullscreen)').matches ||
  (navigator as { standalone?: boolean }).standalone === true

/** What the kiosk draws its cases from. */
export const dataPaths = (campaign: string): string[] => [
  `/api/v1/campaigns/${campaign}`,
  `/api/v1/campaigns/${campaign}/counts`,
]

const isKept = async (path: string): Promise<boolean> =>
  (await caches.match(path, { ignoreVary: true }).catch(() => undefined)) !== undefined

async function lacking(campaign: string): Promise<string[] | null> {
  const paths = dataPaths(campaign)
  warmCache(paths)
  const files = await lackingFiles()
  if (!files) return null
  const kept = await Promise.all(paths.map(isKept))
  return [...files, ...paths.filter((_, n) => !kept[n])]
}

async function freeBytes(): Promise<number | null> {
  const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {}
  return quota === undefined ? null : quota - (usage ?? 0)
}

/** Asks once more: a browser that refused at first may grant it to an installed app. */
async function persisted(): Promise<boolean | null> {
  const there = await navigator.storage?.persisted?.().catch(() => null)
  return there || ((await navigator.storage?.persist?.().catch(() => false)) ?? null)
}

export async function lookAtTablet(enrolled: Enrolled, campaign: Campaign): Promise<Findings> {
  const serverNow = await askStandNow(enrolled, { storage, fetch: ownFetch, now: () => new Date() })
  const now = Date.now()
  const [trial, files, free, stays, pin, memory] = await Promise.all([
    tryStorage(storage, campaign, new Date(now)),
    lacking(campaign.id),
    freeBytes(),
    persisted(),
    storage.read((tx) => tx.pin(campaign.id)),
    storage.read((tx) => tx.memory()),
  ])
  return {
    installed: isInstalled(),
    persisted: stays,
    freeBytes: free,
    lacking: files,
    trial,
    rootFits: pin?.root === enrolled.root && campaign.root === enrolled.root,
    now,
    serverNow,
    lastContact: memory.lastContact,
  }
}
