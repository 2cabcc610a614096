// What page and worker say to each other.

/** The tag of the Background Sync that drains the outbox. */
export const SYNC_TAG = 'paraphe-drain'

export type ToWorker =
  /** The page's person wants the waiting version; workbox-window sends it. */
  | { type: 'SKIP_WAITING' }
  /** Keep these paths of this site. */
  | { type: 'WARM'; paths: string[] }
  /** Keep all that a stand needs of this build, and answer with what is still lacking. */
  | { type: 'STAND' }
