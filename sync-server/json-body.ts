import { isAscii } from 'node:buffer'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from './refusal.ts'

// From the bytes of a body to a JSON value, within limits. What a parser says about a text it could not read quotes that
// text, so nothing of its errors is passed on.

const unpack = promisify(gunzip)

/** All bodies but batches, which have their own limit, are small. */
export const BODY_LIMIT = 64 * 1024

/** Deeper than any shape of the protocol; what is nested further was made to hurt. */
const MAX_DEPTH = 32

/** Lets an instance and its rooms take JSON and nothing else, `limit` bytes of it, packed or not. */
export function acceptJson(app: FastifyInstance, limit = BODY_LIMIT): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: limit },
    async (request: FastifyRequest, bytes: Buffer) =>
      // The packed bytes met the limit already.
      readJson(await unpacked(bytes, request.headers['content-encoding'], limit)),
  )
}

/** Lets a room take JSON as the exact (unpacked) bytes, because a signature covers them. */
export function acceptBytes(room: FastifyInstance, limit: number): void {
  room.removeAllContentTypeParsers()
  room.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: limit },
    async (request: FastifyRequest, bytes: Buffer) => unpacked(bytes, request.headers['content-encoding'], limit),
  )
}

/** The bytes as they were before sending. Refused: `wrong-content-type` (another coding), `too-large`, `not-json`. */
export async function unpacked(bytes: Buffer, coding: string | undefined, limit: number): Promise<Buffer> {
  if (coding === undefined || coding === 'identity') return bytes
  if (coding !== 'gzip') throw new Refusal('wrong-content-type')
  try {
    return await unpack(bytes, { maxOutputLength: limit })
  } catch (cause) {
    throw new Refusal((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'not-json')
  }
}

/** Refused: `not-json`, also where it is not UTF-8; `not-this-shape` where it is nested too deeply. */
export function readJson(bytes: Buffer): unknown {
  if (deeperThan(bytes, MAX_DEPTH)) throw new Refusal('not-this-shape')
  try {
    return JSON.parse(textOf(bytes))
  } catch {
    throw new Refusal('not-json')
  }
}

/** @throws TypeError where it is not UTF-8 */
const textOf = (bytes: Buffer): string =>
  // Batches always are, and then no letter need be looked at.
  isAscii(bytes) ? bytes.toString('latin1') : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)

const QUOTE = 0x22
const BACKSLASH = 0x5c

/** Counts brackets outside strings; sealed bodies are long strings, which indexOf crosses at once. */
function deeperThan(bytes: Buffer, limit: number): boolean {
  let depth = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === QUOTE) {
      do {
        at = bytes.indexOf(QUOTE, at + 1)
        if (at < 0) return false
      } while (isEscaped(bytes, at))
    } else if (byte === 0x5b || byte === 0x7b) {
      if (++depth > limit) return true
    } else if (byte === 0x5d || byte === 0x7d) depth--
  }
  return false
}

function isEscaped(bytes: Buffer, quote: number): boolean {
  let before = quote - 1
  while (bytes[before] === BACKSLASH) before--
  return (quote - before) % 2 === 0
}
