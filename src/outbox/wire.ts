// How envelopes travel: the exact bytes. An envelope's text is made once, when it is kept, and never parsed again on its way,
// so that what was read back from disk is what the server sees.

import { utf8 } from '../../protocol/base64url.ts'
import type { Contact } from '../../protocol/batch.ts'
import type { Envelope } from '../../protocol/envelope.ts'
import type { Kept, Tally } from './storage.ts'

/** An envelope's JSON with its fields in the order of the design. Its ids are ASCII, so characters are bytes. */
export function wireText(envelope: Envelope): string {
  const { v, suite, id, kind, campaign, petitions, key, consent, withdrawTag, sealed } = envelope
  return JSON.stringify({ v, suite, id, kind, campaign, petitions, key, consent, withdrawTag, sealed })
}

export type Entry = Pick<Kept, 'id' | 'seq' | 'text'>

export const contactOf = ({ captured, waiting, refused, withdrawn, lastSeq }: Tally): Contact => ({
  captured,
  waiting,
  refused,
  withdrawn,
  lastSeq,
})

const itemText = ({ seq, text }: Entry) => `{"seq":${seq},"envelope":${text}}`

/** The body of a batch. Without entries it is a contact. `device`: the enrolled device that will sign these bytes. */
export function batchBytes(
  batchId: string,
  entries: readonly Entry[],
  contact: Contact,
  device?: string,
): Uint8Array<ArrayBuffer> {
  const items = entries.map(itemText).join(',')
  const from = device === undefined ? '' : `"device":"${device}",`
  return utf8(`{"v":1,"batchId":"${batchId}",${from}"items":[${items}],"contact":${JSON.stringify(contact)}}`)
}

/** Room for all of a batch that is not an item, whatever its counts. */
const FRAME_BYTES = 512

/** As many of these entries as fit; at least one, so that nothing is too big to be tried. */
export function fill(entries: readonly Kept[], mostBytes: number): Kept[] {
  const taken: Kept[] = []
  let bytes = FRAME_BYTES
  for (const entry of entries) {
    bytes += itemText(entry).length + 1
    if (taken.length > 0 && bytes > mostBytes) break
    taken.push(entry)
  }
  return taken
}
