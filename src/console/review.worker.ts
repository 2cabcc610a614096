import * as z from 'zod/mini'
import type { NewDecision } from '../../protocol/review-routes.ts'
import { type FileOrder, type ManifestOrder, makeFiles, makeManifest } from './export/make-files.ts'
import type { ManifestFile } from './export/manifest.ts'
import { counts, type OpenedAct } from './review/opened-act.ts'
import { type Asked, type Opening, type ReadKind, type ReadState, ReviewRoom } from './review/room.ts'
import type { Tally } from './tally.ts'
import { serve } from './worker-line.ts'

// Holds everything that was opened until it is ended, and answers a page at a time.
z.config({ jitless: true })

let room: ReviewRoom | null = null
let arrived = () => {}

function there(): ReviewRoom {
  if (!room) throw new Error('nothing was opened')
  return room
}

const tasks = {
  async begin(opening: Opening) {
    room = new ReviewRoom(opening)
  },

  /** From one of the workers that open. */
  async takeFrom({ port }: { port: MessagePort }) {
    port.onmessage = ({ data }: MessageEvent<{ acts: OpenedAct[]; tally: Tally }>) => {
      room?.take(data.acts, data.tally)
      arrived()
    }
  },

  /** The summary, when so many envelopes have come: ports are no queue of this one. */
  async settle({ envelopes }: { envelopes: number }) {
    while (there().looked < envelopes)
      await new Promise<void>((resolve) => {
        arrived = resolve
      })
    return there().summary()
  },

  async queue(asked: Asked) {
    return there().queue(asked)
  },

  async reading({ kind, state, at, size }: { kind: ReadKind; state: ReadState; at: number; size: number }) {
    return there().reading(kind, state, at, size)
  },

  async find({ text, most }: { text: string; most: number }) {
    return there().find(text, most)
  },

  async decide({ decisions }: { decisions: NewDecision[] }) {
    there().decide(decisions)
    return there().summary()
  },

  async forget({ envelope }: { envelope: string }) {
    const gone = there().forget(envelope)
    return { gone, summary: there().summary() }
  },

  /** A part of all: a hundred thousand at once would hold the page up. */
  async ids({ at, size }: { at: number; size: number }) {
    return there().someIds(at, size)
  },

  /** What a petition's book is made of; for null, the letters that were approved. */
  async handOver({ port, petition }: { port: MessagePort; petition: string | null }) {
    port.postMessage(
      petition === null ? [...there().approvedLetters()] : there().review.signatures(petition).filter(counts),
    )
  },

  async manifest({ order, file }: { order: ManifestOrder; file: ManifestFile }) {
    return makeManifest(there(), order, file)
  },

  async files(order: FileOrder) {
    return makeFiles(there(), order)
  },
}

export type ReviewTasks = typeof tasks

serve(tasks)
