// Withdrawing from this device: kept first, so that a dead line or a closed page loses no withdrawal; then sent.
import { SENDING_ROUTES } from '../../protocol/sending-routes.ts'
import { call, NoAnswer } from '../api.ts'
import { StorageFailure, type Writing } from '../outbox/storage.ts'
import { storage, watch } from '../outbox/this-device.ts'
import { sendNow, startTriggers } from '../outbox/triggers.ts'
import { keepWithdrawal, withdrawalOf } from '../outbox/withdrawals.ts'

/** done: the server has it · kept: on this device, to be sent · offline, failed: neither, where the browser refuses storage */
export type Withdrawn = 'done' | 'kept' | 'offline' | 'failed'

const WORTH_WAITING_MS = 4000

/** `told` hears once more when what was kept has arrived; `beside` and `took` as for `keepWithdrawal`. */
export async function withdraw(
  campaign: string,
  code: string,
  told: () => void,
  beside?: (tx: Writing) => Promise<void>,
  took?: (sealed: string) => void,
): Promise<Withdrawn> {
  let tag: string
  try {
    tag = await keepWithdrawal(storage, campaign, code, undefined, beside, took)
  } catch (error) {
    if (!(error instanceof StorageFailure)) throw error
    return directly(campaign, code)
  }
  startTriggers()
  // It is safe already: nobody has to stand and watch a slow line.
  await Promise.race([sendNow(), new Promise((done) => setTimeout(done, WORTH_WAITING_MS))])
  const arrived = async () => (await withdrawalOf(storage, tag))?.state !== 'waiting'
  if (await arrived()) return 'done'
  const look = async () => {
    if (!(await arrived())) return
    end()
    told()
  }
  const end = watch(() => void look().catch(() => {}), console.error)
  return 'kept'
}

/** There is nowhere to keep it, so it has to arrive now. */
async function directly(campaign: string, code: string): Promise<Withdrawn> {
  try {
    await call(SENDING_ROUTES.withdrawal, { body: { campaign, code } })
    return 'done'
  } catch (error) {
    return error instanceof NoAnswer && error.why !== 'not-our-answer' ? 'offline' : 'failed'
  }
}
