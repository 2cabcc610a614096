// The one drain, for page and worker: sends what waits until nothing does. Nothing here knows a browser; time, chance, network,
// lock and storage are given, so that the simulation drives these very lines.
import type { RandomBytes } from '../../protocol/ids.ts'
import type { DrainPorts } from './ports.ts'
import { beginRun, type Run, reachServer, sendWaiting } from './send-waiting.ts'
import { backOffAfter, isOfTheLine, type Trouble, type Urgency, waitsUntil } from './setback.ts'
import type { Memory } from './storage.ts'

/** `until`: null when nothing is left to send, else the device's time of the next try. */
export interface Drained {
  until: number | null
}

/** A holder begins no batch after its turn, and the longest fetch takes two and a half minutes: who holds on longer is stuck.
 * A person who asks waits less. */
const TURN_MS = 20_000
const PATIENCE_MS = 3 * 60_000
const PATIENCE_NOW_MS = 5_000

/** A server that was restored is found out by whoever calls on it, so a device that has nothing to send still does. */
const CALL_MS = { phone: 60 * 60_000, enrolled: 10 * 60_000 }

/** An answer may bring new work (a restored server has to be asked, and misses envelopes); two servers that take turns may not
 * keep it going for ever. */
const MOST_PASSES = 3

/** Takes turns with the other pages and the worker until nothing is left to do, or something is in the way. @throws StorageFailure */
export async function drain(ports: DrainPorts, urgency: Urgency = 'routine'): Promise<Drained> {
  const patience = urgency === 'now' ? PATIENCE_NOW_MS : PATIENCE_MS
  let drained = await ports.lock(() => turn(ports, urgency), patience)
  // What was asked for with urgency has begun.
  while (!drained) drained = await ports.lock(() => turn(ports, 'routine'), patience)
  return drained
}

/** Null where the turn was over before the work was. */
async function turn(ports: DrainPorts, urgency: Urgency): Promise<Drained | null> {
  const { queue } = ports
  const memory = await queue.memory()
  const wait = waitsUntil(memory, ports.now(), urgency)
  if (wait !== null) return { until: wait }

  const began = ports.now()
  const run = beginRun(ports, memory, () => ports.now() - began >= TURN_MS)
  const stopped = await work(ports, run, memory, urgency)
  const fresh = run.answered ? { contactTriedAt: ports.now() } : {}
  if (run.interrupted) {
    await queue.remember({ failures: 0, backOff: null, cap: run.items, ...fresh })
    return null
  }
  if (stopped) {
    const failures = run.progress ? 1 : memory.failures + 1
    const backOff = backOffAfter(stopped, failures - 1, ports.now(), chance(ports.random))
    await queue.remember({ failures, backOff, cap: run.items })
    return { until: backOff.until }
  }
  if (run.answered || memory.failures > 0 || memory.backOff || memory.cap !== run.items)
    await queue.remember({ failures: 0, backOff: null, cap: run.items, ...fresh })
  return { until: null }
}

type Stop = Pick<Trouble, 'why' | 'retryAfterMs'>

const UNANSWERED: Stop = { why: 'unanswered', retryAfterMs: 0 }

/** Everything there is to do; null when it is done, else what stopped it. */
async function work(ports: DrainPorts, run: Run, memory: Memory, urgency: Urgency): Promise<Stop | null> {
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    // An errand that cannot be done holds up no envelope, whatever is in its way.
    const hindered = await runErrands(ports)
    const stopped = (await sendWaiting(ports, run)) ?? (await call(ports, run, memory, urgency)) ?? hindered
    if (stopped || run.interrupted) return stopped
    const { withdraw, ask } = await ports.queue.errands()
    if (!withdraw && !ask) return run.leftBehind ? UNANSWERED : null
  }
  return UNANSWERED
}

/** Withdrawals go first, so that nothing of theirs is counted meanwhile. */
async function runErrands(ports: DrainPorts): Promise<Trouble | null> {
  const { withdraw, ask } = await ports.queue.errands()
  const first = withdraw ? await ports.errands.sendWithdrawals(ports) : null
  if (first && isOfTheLine(first)) return first
  const second = ask ? await ports.errands.askBack(ports) : null
  return first ?? second
}

/**
 * With nothing to send: tells the counts and hears of a restore, now and then, and whenever a person asks. A stand's tablet also tells
 * what became of a batch, where the console could not count it by itself.
 */
async function call(ports: DrainPorts, run: Run, memory: Memory, urgency: Urgency): Promise<Stop | null> {
  if (run.answered && !run.owesWord) return null
  const now = ports.now()
  const enrolled = (await ports.signer?.()) ?? null
  if (run.answered && !enrolled) return null
  const { keeps } = await ports.queue.errands()
  const since = now - memory.contactTriedAt
  const due = since < 0 || since >= (enrolled ? CALL_MS.enrolled : CALL_MS.phone)
  if (!(enrolled || keeps) || !(due || run.owesWord || urgency === 'now')) return null
  run.owesWord = false
  await ports.queue.remember({ contactTriedAt: now })
  const trouble = await reachServer(ports, run)
  // Nobody waits for this one, unless they asked.
  return urgency === 'now' ? trouble : null
}

/** 0 to 1, one left out. */
function chance(random: RandomBytes): number {
  const bytes = random(4)
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) / 2 ** 32
}
