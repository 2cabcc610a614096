import * as z from 'zod/mini'
import { utf8 } from './base64url.ts'
import { MAX_ITEMS } from './batch.ts'
import { DeviceSignature } from './device.ts'
import { Digest, Uuid } from './ids.ts'

// The hand-off file, version 1 (design §4): finished batches of a device that has no network, saved to be sent by another. Lines
// of JSON, each ended by a line feed: a head, one line for each batch, a tail. The tail's chain tells a damaged or cut file
// before anything of it is sent; whom to trust is decided by the seals and by each batch's own signature.

/** A type and an ending that share sheets let through: Chromium shares neither JSON nor unknown endings. */
export const HAND_OFF_TYPE = 'text/plain'
export const HAND_OFF_ENDING = '.paraphe.txt'

/** Characters of one line at most: a full batch, written as a JSON string, with its signature. */
export const MAX_LINE = 1024 * 1024

export const HandOffHead = z.strictObject({ paraphe: z.literal('hand-off'), v: z.literal(1) })

/** The same kind of file, of a version that this app may not know. */
export const AnyHandOffHead = z.object({ paraphe: z.literal('hand-off'), v: z.int().check(z.gte(1)) })

/**
 * `body` holds the exact body of a batch, whose UTF-8 bytes a carrier sends unchanged; `signed` the headers of the enrolled device
 * that made it. Who has no key signs nothing.
 */
export const HandOffLine = z.strictObject({
  batchId: Uuid,
  items: z.int().check(z.gte(1), z.lte(MAX_ITEMS)),
  body: z.string(),
  signed: z.optional(DeviceSignature),
})

/** `chain`: see `nextLink`, over every line before the tail, base64url. */
export const HandOffTail = z.strictObject({
  batches: z.int().check(z.gte(0)),
  items: z.int().check(z.gte(0)),
  chain: Digest,
})

/** The chain before the first line. */
export const FIRST_LINK = new Uint8Array(32)

/** SHA-256 of the link before it and the line without its line feed. A chain, because WebCrypto cannot hash in pieces. */
export async function nextLink(link: Uint8Array, line: string): Promise<Uint8Array> {
  const text = utf8(line)
  const bytes = new Uint8Array(link.length + text.length)
  bytes.set(link)
  bytes.set(text, link.length)
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

export type HandOffLine = z.infer<typeof HandOffLine>
export type HandOffTail = z.infer<typeof HandOffTail>
