// Unpadded base64url (RFC 4648 §5). Decoding is strict: exactly one text stands for given bytes, so that an id, a hash
// or a sealed body cannot be written in two ways.

/** Bytes to unpadded base64url text. */
export function toBase64url(bytes: Uint8Array): string {
  let binary = ''
  // In slices, because String.fromCharCode takes its bytes as arguments and a call has a limited number of them.
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** What a text may end with, by how far it goes beyond whole groups of four: unused bits are zero, so that bytes have one text only. */
const ENDS = ['', '', 'AQgw', 'AEIMQUYcgkosw048']

/** How many bytes an unpadded base64url text stands for, or null where it is not exactly what `toBase64url` would have written. */
export function base64urlLength(text: string): number | null {
  const rest = text.length & 3
  const ends = rest === 0 || ENDS[rest]?.includes(text.slice(-1))
  return ends && /^[\w-]*$/.test(text) ? (text.length * 3) >> 2 : null
}

/** Unpadded base64url text to bytes, or null where the text is not exactly what `toBase64url` would have written. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  if (base64urlLength(text) === null) return null
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes
}

/** UTF-8 bytes of a text. */
export const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/** base64url SHA-256 of a text's UTF-8 bytes: 43 characters. */
export async function sha256Base64url(text: string): Promise<string> {
  return toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(text))))
}
