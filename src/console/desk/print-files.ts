import type { Bytes } from '../export/pieces.ts'
import type { PaperOrder, PaperTasks } from '../paper.worker.ts'
import paperWorker from '../paper.worker.ts?worker&url'
import { WorkerLine } from '../worker-line.ts'
import type { ReviewDesk } from './review-desk.ts'

/** Makes a petition's delivery book, or (for null) the approved letters, in a worker that lives as long as that takes. */
export async function printedFile(desk: ReviewDesk, petition: string | null, order: PaperOrder): Promise<Bytes> {
  const line = new WorkerLine<PaperTasks>(paperWorker)
  const { port1, port2 } = new MessageChannel()
  try {
    const made =
      petition === null
        ? line.ask('letters', { ...order, port: port2 }, [port2])
        : line.ask('book', { ...order, petition, port: port2 }, [port2])
    // A worker that fails has to be heard also where the other one is still busy.
    const [{ file }] = await Promise.all([made, desk.ask('handOver', { port: port1, petition }, [port1])])
    return file
  } finally {
    line.end()
  }
}
