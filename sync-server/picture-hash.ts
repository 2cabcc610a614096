import { createHash } from 'node:crypto'

/** A picture's name by its bytes: `PictureHash`. */
export const pictureHash = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest().subarray(0, 16).toString('base64url')
