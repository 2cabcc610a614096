import { createHash } from 'node:crypto'

/** A name for a row that may stand in addresses and logs: 96 bits of a hash, from which nobody gets back. */
export const shortId = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 16)
