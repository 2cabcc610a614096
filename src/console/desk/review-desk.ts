import type { OpeningStation } from '../opening-station.ts'
import type { Opening } from '../review/room.ts'
import type { ReviewTasks } from '../review.worker.ts'
import reviewWorker from '../review.worker.ts?worker&url'
import { WorkerLine } from '../worker-line.ts'

/** The page's end of the worker that holds what was opened. Ending it forgets everything. */
export class ReviewDesk {
  private constructor(private readonly line: WorkerLine<ReviewTasks>) {}

  /** From now on what the station opens goes there. */
  static async open(station: OpeningStation, opening: Opening): Promise<ReviewDesk> {
    const line = new WorkerLine<ReviewTasks>(reviewWorker)
    try {
      await line.ask('begin', opening)
      const taken: Promise<unknown>[] = []
      await station.handTo(() => {
        const { port1, port2 } = new MessageChannel()
        taken.push(line.ask('takeFrom', { port: port2 }, [port2]))
        return port1
      })
      await Promise.all(taken)
      return new ReviewDesk(line)
    } catch (error) {
      line.end()
      throw error
    }
  }

  readonly ask: WorkerLine<ReviewTasks>['ask'] = (task, question, transfer) => this.line.ask(task, question, transfer)

  end(): void {
    this.line.end()
  }
}
