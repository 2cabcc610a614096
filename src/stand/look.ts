// Looks at this tablet, for readiness.ts to judge. Everything here works with no network, and waits for it only a few seconds.
import type { Campaign } from '../../protocol/campaign.ts'
import { picturePath } from '../../protocol/picture-path.ts'
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

/** What the kiosk draws its cases from: their words, and the photographs that editors brought. */
export const kioskPaths = ({ id, petitions }: Campaign): string[] => [
  `/api/v1/campaigns/${id}`,
  `/api/v1/campaigns/${id}/counts`,
  ...petitions.flatMap(({ picture }) => (picture ? [picturePath(picture.picture, picture.type)] : [])),
]

/** How long what is fetched for later may take; without a network it fails at once. */
const FETCH_MS = 5000

const isKept = async (path: string): Promise<boolean> =>
  (await caches.match(path, { ignoreVary: true }).catch(() => undefined)) !== undefined

async function lackingPaths(campaign: Campaign): Promise<string[]> {
  const paths = kioskPaths(campaign)
  const kept = await Promise.all(paths.map(isKept))
  return paths.filter((_, n) => !kept[n])
}

async function lacking(campaign: Campaign): Promise<string[] | null> {
  warmCache(kioskPaths(campaign))
  const files = await lackingFiles()
  if (!files) return null
  let paths = await lackingPaths(campaign)
  for (const began = Date.now(); paths.length > 0 && navigator.onLine && Date.now() - began < FETCH_MS; ) {
    await new Promise((resolve) => setTimeout(resolve, 200))
    paths = await lackingPaths(campaign)
  }
  return [...files, ...paths]
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
    lacking(campaign),
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
