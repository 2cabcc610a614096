import type { Transaction } from 'kysely'
import type * as z from 'zod/mini'
import type { CampaignContent } from '../../protocol/campaign.ts'
import type { CampaignSummary } from '../../protocol/console-routes.ts'
import { type RandomBytes, systemRandom } from '../../protocol/ids.ts'
import { auditVerbs } from './audit-log.ts'
import * as campaigns from './campaigns.ts'
import * as coordinators from './coordinators.ts'
import { destroy } from './destroy.ts'
import * as devices from './devices.ts'
import { dumpVerbs } from './dump-verbs.ts'
import { editVerbs } from './edit-verbs.ts'
import { endingVerbs } from './ending-verbs.ts'
import { readPage } from './envelope-pages.ts'
import type { ErasureLog } from './erasure-log.ts'
import { heldOf } from './have.ts'
import { decide, readQuarantine } from './held.ts'
import { nextToken, open } from './opening.ts'
import { pictureVerbs } from './picture-verbs.ts'
import { readReceived } from './received.ts'
import { RecordCache } from './record-cache.ts'
import { type Erasure, replay } from './replay.ts'
import { reviewVerbs } from './review-verbs.ts'
import type { Tables } from './schema.ts'
import { readSetting, writeSetting } from './settings.ts'
import type { Database } from './sqlite.ts'
import { standVerbs } from './stand-verbs.ts'
import type { CampaignRecord, Store } from './store.ts'
import { takeDelivery } from './take-delivery.ts'
import { teamVerbs } from './team-verbs.ts'
import { forgetChallenges, proofSecret, useChallenge } from './used-challenges.ts'
import { watchVerbs } from './watch-verbs.ts'
import { withdraw } from './withdraw.ts'
import { Writer } from './writer.ts'

export interface StoreOptions {
  /** At the newest schema. The store closes it. */
  database: Database
  /** The store closes it. */
  erasures: ErasureLog
  now?: () => number
  /** ms that only grow, whatever becomes of the clock. */
  elapsed?: () => number
  random?: RandomBytes
  /** Sealed bytes that unknown devices may leave per campaign before they are asked to wait. */
  quarantineLimit?: number
}

/** Some 60,000 envelopes of the usual size. */
const QUARANTINE_BYTES = 64 * 1024 * 1024

/** What withdrew is gone from the log within this time; withdrawals that come together share one checkpoint. */
const CHECKPOINT_MS = 200
/** After one that failed because the disk was full, or that a backup was in the way of. */
const CHECKPOINT_AGAIN_MS = 1000

/** Used challenges may stay a little longer than they have to. */
const FORGET_MS = 10 * 60 * 1000

/** An older copy of the database is known for one from this on, also where the server has run for months. */
const TOKEN_MS = 60 * 60 * 1000

/**
 * Opens the store and its writer, whose commits tests can count. Once it resolves, nothing is there any more that the erasure
 * log names, and devices will be told by the epoch where the database may be an older copy.
 */
export async function openStore(options: StoreOptions): Promise<Store & { writer: Writer }> {
  const { database, erasures, now = Date.now, random = systemRandom, quarantineLimit = QUARANTINE_BYTES } = options
  const { elapsed = () => performance.now() } = options
  const { db } = database
  const writer = new Writer(db)
  const stamp = () => new Date(now()).toISOString()
  const { unplaced, token, ...opening } = await writer.write((trx) => open(trx, erasures.content, random, now()))
  await erasures.append({ at: stamp(), what: 'opening', token })
  const secret = await writer.write((trx) => proofSecret(trx, random))
  let forgotten = now()
  const records = new RecordCache((id) => campaigns.readCampaign(db, id))
  let waiting = unplaced
  let lastToken = { token, at: now() }
  let checkpoint: NodeJS.Timeout | null = null

  const summary = async (record: CampaignRecord, shown: boolean): Promise<z.infer<typeof CampaignSummary>> => ({
    id: record.content.id,
    name: record.content.name,
    sample: record.content.sample,
    root: record.root,
    sealingKey: record.keys[0] ?? null,
    ...(await campaigns.standOfWork(db, record.content.id)),
    // What was received stays a number, in `counts`; held is nothing of it any more.
    ...(record.destroyed ? { envelopes: 0 } : {}),
    counts: await campaigns.countsOf(db, record),
    petitions: record.content.petitions.map(({ id, state, title, goal }) => ({
      id,
      state,
      title,
      ...(goal ? { goal } : {}),
    })),
    live: record.live,
    shown,
    leads: record.live ? shown : (await campaigns.campaignIds(db, record.content.id))[0] === record.content.id,
    closes: record.content.closes,
    destroyBy: record.content.destroyBy,
    destroyed: record.destroyed,
  })

  /** A campaign that is new to the database may be named in the log: the database was lost, or an old backup restored. */
  const putSamples = async (trx: Transaction<Tables>, samples: CampaignContent[]): Promise<Erasure[]> => {
    for (const sample of samples) await campaigns.putSample(trx, sample, now())
    return (await replay(trx, waiting, now())).unplaced
  }

  const campaign = async (id: string) => {
    const record = await records.get(id)
    return record?.removed ? null : record
  }

  async function destroyEnvelopes(campaign: string): Promise<boolean> {
    if (!(await records.get(campaign))) return false
    await erasures.append({ at: stamp(), what: 'destruction', campaign })
    const destroyed = await records.changedBy(writer.write((trx) => destroy(trx, campaign, now())))
    checkpoint ??= settleIn(CHECKPOINT_MS)
    return destroyed
  }

  /** Everything waits meanwhile: it happens once in a campaign's life. */
  async function vacuum(): Promise<boolean> {
    await writer.idle()
    try {
      await db.connection().execute(async () => database.vacuum())
      await settle()
      return true
    } catch {
      return false
    }
  }

  const { witness, ...ending } = endingVerbs({ db, writer, now, elapsed, campaign, destroyEnvelopes, vacuum })
  await witness.begin()

  // A server that was killed may have left what somebody had withdrawn; so has a replay.
  if (!database.emptyLog()) checkpoint = settleIn(CHECKPOINT_AGAIN_MS)

  return {
    epoch: opening.epoch,
    // Of this epoch: what a restored server forgot that it had taken, it must not take for another body.
    proofSecret: `${secret}.${opening.epoch}`,
    opening,
    writer,

    async addSamplesOnce(samples) {
      waiting = await records.changedBy(
        writer.write(async (trx) => {
          if (samples.length === 0 || (await readSetting(trx, 'samples-added'))) return waiting
          await writeSetting(trx, 'samples-added', 'yes')
          return (await campaigns.anyCampaign(trx)) ? waiting : putSamples(trx, samples)
        }),
      )
    },
    async restoreSamples(samples) {
      waiting = await records.changedBy(writer.write((trx) => putSamples(trx, samples)))
    },
    removeSample: (id) => records.changedBy(writer.write((trx) => campaigns.removeSample(trx, id))),
    publishKey: (root, key) => records.changedBy(writer.write((trx) => campaigns.publishKey(trx, root, key, now()))),
    campaign,
    campaignEvenRemoved: (id) => records.get(id),
    async shownCampaign() {
      const id = (await campaigns.campaignIds(db))[0]
      const record = id === undefined ? null : await records.get(id)
      return record?.live ? record : null
    },
    async campaigns() {
      const all = await Promise.all((await campaigns.campaignIds(db)).map((id) => records.get(id)))
      const there = all.filter((record) => record !== null)
      return Promise.all(there.map((record, at) => summary(record, at === 0 && record.live)))
    },
    counts: (record) => campaigns.countsOf(db, record),
    received: (id, filter) => readReceived(db, id, filter),

    announce: () => writer.announce(),
    async take(delivery) {
      const taken = await writer.write((trx) => takeDelivery(trx, delivery, quarantineLimit, now(), database.intake))
      if (now() - lastToken.at >= TOKEN_MS) await leaveToken()
      if (now() - forgotten >= FORGET_MS) await forget()
      return taken
    },
    enrolDevice: (device) => writer.write((trx) => devices.enrol(trx, device, now())),
    isTrusted: (device) => devices.isTrusted(db, device),
    quarantine: async (campaign) => ((await records.get(campaign)) ? readQuarantine(db, campaign) : null),
    decideHeld: (campaign, sender, act) => writer.write((trx) => decide(trx, campaign, sender, act, now())),
    useChallenge: (used) => writer.write((trx) => useChallenge(trx, used)),
    revokeDevice: (device) => writer.write((trx) => devices.revoke(trx, device, now())),
    devices: () => devices.listDevices(db),
    ...dumpVerbs(db),
    ...standVerbs({ db, writer, now, campaign }),
    ...editVerbs({ db, writer, now, records }),
    ...ending,
    ...reviewVerbs({ db, writer, now }),
    envelopes: (campaign, after, size, filter) => readPage(db, campaign, after, size, filter),
    ...auditVerbs({ db, writer, now, random }),
    ...teamVerbs({ db, writer, now }),
    ...pictureVerbs({ db, writer, now, campaign, records }),
    ...watchVerbs({ db, writer, erasures }),
    async withdraw(campaign, withdrawTag) {
      if (!(await records.get(campaign))) return
      // First the log: a crash in between then erases once more at a restore, instead of bringing somebody back.
      await erasures.append({ at: stamp(), what: 'withdrawal', campaign, withdrawTag })
      await writer.write((trx) => withdraw(trx, campaign, withdrawTag, now()))
      checkpoint ??= settleIn(CHECKPOINT_MS)
    },
    async have(question) {
      const record = await records.get(question.campaign)
      if (record?.destroyed) return question.items.map(() => 'destroyed')
      return record && heldOf(db, question)
    },
    destroyEnvelopes,

    offerSetup: (tokenHash) => writer.write((trx) => coordinators.offerSetup(trx, tokenHash)),
    coordinator: (name) => coordinators.readCoordinator(db, name),
    startSession: (hash, name, expiresAt, agent) =>
      writer.write((trx) => coordinators.startSession(trx, { hash, name, expiresAt, agent }, now())),
    touchSession: (hash) => writer.write((trx) => coordinators.touchSession(trx, hash, now())),
    session: (hash) => coordinators.readSession(db, hash, now()),
    endSession: (hash) =>
      writer.write(async (trx) => void (await trx.deleteFrom('session').where('hash', '=', hash).execute())),

    settled: settle,
    async close() {
      witness.stop()
      try {
        // What this process saw pass would be lost to a destruction's day.
        await witness.look().catch(() => {})
        await settle()
        await leaveToken()
      } finally {
        if (checkpoint) clearTimeout(checkpoint)
        await database.close()
        await erasures.close()
      }
    },
  }

  /** Challenges whose time is over are worth nothing any more. Of all who come now, one is enough. */
  async function forget(): Promise<void> {
    forgotten = now()
    await writer.write((trx) => forgetChallenges(trx, forgotten)).catch(() => {})
  }

  /** Without it the next opening still knows this database; only a copy made of it meanwhile would pass for it too. */
  async function leaveToken(): Promise<void> {
    const { token } = lastToken
    // Before anything is awaited: of all who come now, one is enough.
    lastToken = { token, at: now() }
    try {
      const next = await writer.write((trx) => nextToken(trx, token, random))
      await erasures.append({ at: stamp(), what: 'opening', token: next })
      lastToken = { ...lastToken, token: next }
    } catch {}
  }

  /** Nobody waits for this one, so its failure must not end the process. */
  function settleIn(ms: number): NodeJS.Timeout {
    return setTimeout(() => void settle().catch(() => {}), ms).unref()
  }

  async function settle(): Promise<void> {
    await writer.idle()
    if (checkpoint === null) return
    clearTimeout(checkpoint)
    checkpoint = null
    try {
      const emptied = await db.connection().execute(async () => database.emptyLog())
      if (!emptied) checkpoint ??= settleIn(CHECKPOINT_AGAIN_MS)
    } catch (cause) {
      checkpoint ??= settleIn(CHECKPOINT_AGAIN_MS)
      throw cause
    }
  }
}
