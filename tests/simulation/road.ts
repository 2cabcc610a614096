import type { Actor } from './actor.ts'
import type { Chance } from './chance.ts'
import type { Question, Reply } from './exchange.ts'
import { NO_FAULTS, type RoadFault } from './faults.ts'
import { answerOf, foreignAnswer, lacking } from './foreign-answers.ts'
import type { SimulatedServer } from './server.ts'
import type { Time } from './time.ts'

// Between a device and the server: the `fetch` that production code calls.

/** What this device's network is just now. */
export type Line = 'good' | 'offline' | 'portal' | 'bad proxy'

export interface RoadOptions {
  time: Time
  chance: Chance
  server: SimulatedServer
  trace(line: string): void
  /** Every body that crosses, in both directions. */
  crossed(text: string): void
  /** What a box on the way answers in the server's place. */
  said(question: Question, reply: Reply): void
}

export class Road {
  faults: Partial<Record<RoadFault, number>> = NO_FAULTS.road
  /** A request that holds this never passes, and is answered in this way. */
  poison: { text: string; answer: RoadFault } | null = null
  readonly #options: RoadOptions

  constructor(options: RoadOptions) {
    this.#options = options
  }

  fetch(actor: Actor, device: { name: string; line: Line }, path: string, init: RequestInit): Promise<Response> {
    const { crossed, trace } = this.#options
    const { signal } = init
    const body =
      typeof init.body === 'string' ? Buffer.from(init.body) : ((init.body ?? new Uint8Array()) as Uint8Array)
    const meant = Buffer.from(body).toString('latin1')
    const question: Question = {
      from: device.name,
      method: (init.method ?? 'GET') as Question['method'],
      path,
      headers: { ...(init.headers as Record<string, string>) },
      body,
      meant,
    }
    crossed(path + JSON.stringify(question.headers) + meant)
    trace(`${actor.name}: → ${asked(path, meant)}`)
    return new Promise((resolve, reject) => {
      let over = false
      signal?.addEventListener('abort', () => {
        if (!over) trace(`${actor.name}: gives up on ${question.method}`)
        over = true
        reject(signal.reason)
      })
      const end = (ms: number, outcome: Reply | 'broken', cutShort = false) =>
        actor.after(ms, () => {
          if (over) return
          over = true
          trace(
            `${actor.name}: ← ${outcome === 'broken' ? 'line broken' : `${outcome.status}${cutShort ? ' cut short' : ''}`}`,
          )
          if (outcome === 'broken') reject(new TypeError('Failed to fetch'))
          else resolve(answerOf(outcome, cutShort ? this.#options.chance : null))
        })
      this.#send(question, device.line, end, (text) => trace(`${actor.name}: ${text}`))
    })
  }

  #send(
    question: Question,
    line: Line,
    end: (ms: number, outcome: Reply | 'broken', cutShort?: boolean) => unknown,
    trace: (text: string) => void,
  ): unknown {
    const { chance, server, time, crossed } = this.#options
    const there = chance.scattered(10, 900)
    const back = chance.scattered(10, 900)
    const strikes = (fault: RoadFault) => chance.happens(this.faults[fault] ?? 0)
    const says = (fault: RoadFault) => {
      trace(fault)
      const reply = foreignAnswer(fault, chance)
      this.#options.said(question, reply)
      return end(there + back, reply)
    }

    if (line === 'offline') return end(1, 'broken')
    if (line === 'portal' || strikes('portal')) return says('portal')
    if (this.poison && question.meant.includes(this.poison.text)) return says(this.poison.answer)
    if (line === 'bad proxy')
      return says(chance.of(['server error', 'too large', 'too many', 'unavailable', 'forbidden by a proxy']))
    for (const fault of ['server error', 'too large', 'too many', 'unavailable', 'forbidden by a proxy'] as const)
      if (strikes(fault)) return says(fault)
    if (strikes('request dropped')) {
      trace('request dropped')
      if (chance.happens(0.5)) end(there, 'broken')
      return
    }
    let sent = question
    let readByNobody = false
    if (strikes('request cut short')) {
      trace('request cut short')
      sent = { ...question, body: question.body.subarray(0, chance.whole(0, question.body.length - 1)) }
      // The line is cut with it, but for one that packs requests anew (traps of middle boxes).
      readByNobody = chance.happens(0.8)
    }
    const late = strikes('delayed') ? chance.scattered(1_000, 30 * 60_000) : 0
    if (late > 60_000) trace('delayed')
    const deliver = (ms: number, answered: (reply: Reply | null) => unknown) =>
      time.after(ms, () => void server.receive(sent, answered))
    deliver(there + late, (reply) => {
      if (!reply || readByNobody) return end(back, 'broken')
      crossed(reply.text)
      if (strikes('answer dropped')) {
        trace('answer dropped')
        if (chance.happens(0.5)) end(back, 'broken')
        return
      }
      const { date: _, ...undated } = reply.headers
      end(
        back + (strikes('delayed') ? chance.scattered(1_000, 30 * 60_000) : 0),
        {
          ...reply,
          headers: strikes('no date') ? undated : reply.headers,
          text: strikes('answer lacks some') ? lacking(reply, chance) : reply.text,
        },
        strikes('answer cut short'),
      )
    })
    if (strikes('duplicated')) {
      trace('duplicated')
      deliver(there + chance.scattered(10, 3 * 3_600_000), () => {})
    }
  }
}

const asked = (path: string, body: string): string =>
  `${path.split('/')[3]} ${[...body.matchAll(/"id":"([0-9a-f]{8})/g)].map((it) => it[1]).join(' ')}`
