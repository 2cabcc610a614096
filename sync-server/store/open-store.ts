import { join } from 'node:path'
import type * as z from 'zod/mini'
import type { CampaignSummary } from '../../protocol/console-routes.ts'
import { type RandomBytes, systemRandom } from '../../protocol/ids.ts'
import * as campaigns from './campaigns.ts'
import * as coordinators from './coordinators.ts'
import { readPage } from './envelope-pages.ts'
import { openErasureLog } from './erasure-log.ts'
import { RecordCache } from './record-cache.ts'
import { readSetting, settleEpoch, writeSetting } from './settings.ts'
import { openSqlite } from './sqlite.ts'
import type { CampaignRecord, Store } from './store.ts'
import { takeBatch } from './take.ts'
import { withdraw } from './withdraw.ts'
import { Writer } from './writer.ts'

export interface StoreOptions {
  dataDir: string
  now?: () => number
  random?: RandomBytes
  /** Sealed bytes that unknown devices may leave per campaign before they are asked to wait. */
  quarantineLimit?: number
}

/** Some 60,000 envelopes of the usual size. */
const QUARANTINE_BYTES = 64 * 1024 * 1024

/** What withdrew is gone from the log within this time; withdrawals that come together share one checkpoint. */
const CHECKPOINT_MS = 200
/** After one that failed, for example because the disk was full. */
const CHECKPOINT_AGAIN_MS = 1000

/** Opens the store and its writer, whose commits tests can count. */
export async function openStore(options: StoreOptions): Promise<Store & { writer: Writer }> {
  const { dataDir, now = Date.now, random = systemRandom, quarantineLimit = QUARANTINE_BYTES } = options
  const { db, emptyLog } = await openSqlite(dataDir)
  const erasures = await openErasureLog(join(dataDir, 'erasures.log'))
  const writer = new Writer(db)
  const epoch = await writer.write((trx) => settleEpoch(trx, random))
  const records = new RecordCache((id) => campaigns.readCampaign(db, id))
  let checkpoint: NodeJS.Timeout | null = null

  const summary = async (record: CampaignRecord): Promise<z.infer<typeof CampaignSummary>> => ({
    id: record.content.id,
    name: record.content.name,
    sample: record.content.sample,
    root: record.root,
    sealingKey: record.keys[0] ?? null,
    envelopes: await campaigns.envelopesHeld(db, record.content.id),
    counts: await campaigns.countsOf(db, record),
    petitions: record.content.petitions.map(({ id, title }) => ({ id, title })),
  })

  return {
    epoch,
    writer,

    addSamplesOnce: (samples) =>
      records.changedBy(
        writer.write(async (trx) => {
          if (samples.length === 0 || (await readSetting(trx, 'samples-added'))) return
          if (!(await campaigns.anyCampaign(trx)))
            for (const sample of samples) await campaigns.putSample(trx, sample, now())
          await writeSetting(trx, 'samples-added', 'yes')
        }),
      ),
    restoreSamples: (samples) =>
      records.changedBy(
        writer.write(async (trx) => {
          for (const sample of samples) await campaigns.putSample(trx, sample, now())
        }),
      ),
    removeSample: (id) => records.changedBy(writer.write((trx) => campaigns.removeSample(trx, id))),
    publishKey: (root, key) => records.changedBy(writer.write((trx) => campaigns.publishKey(trx, root, key, now()))),
    async campaign(id) {
      const record = await records.get(id)
      return record?.removed ? null : record
    },
    campaignEvenRemoved: (id) => records.get(id),
    async shownCampaign() {
      const id = (await campaigns.campaignIds(db))[0]
      return id === undefined ? null : records.get(id)
    },
    async campaigns() {
      const all = await Promise.all((await campaigns.campaignIds(db)).map((id) => records.get(id)))
      return Promise.all(all.filter((record) => record !== null).map(summary))
    },
    counts: (record) => campaigns.countsOf(db, record),

    take: (arrivals, device) => writer.write((trx) => takeBatch(trx, arrivals, device, quarantineLimit, now())),
    envelopes: (campaign, after, size) => readPage(db, campaign, after, size),
    async withdraw(campaign, withdrawTag) {
      if (!(await records.get(campaign))) return
      // First the log: a crash in between then erases once more at a restore, instead of bringing somebody back.
      await erasures.append({ at: new Date(now()).toISOString(), what: 'withdrawal', campaign, withdrawTag })
      await writer.write((trx) => withdraw(trx, campaign, withdrawTag, now()))
      checkpoint ??= settleIn(CHECKPOINT_MS)
    },

    offerSetup: (tokenHash) => writer.write((trx) => coordinators.offerSetup(trx, tokenHash)),
    setupOffered: (tokenHash) => coordinators.setupOffered(db, tokenHash),
    addFirstCoordinator: (tokenHash, coordinator) =>
      writer.write((trx) => coordinators.addFirstCoordinator(trx, tokenHash, coordinator, now())),
    coordinator: (name) => coordinators.readCoordinator(db, name),
    startSession: (hash, name, expiresAt) =>
      writer.write((trx) => coordinators.startSession(trx, hash, name, expiresAt, now())),
    session: (hash) => coordinators.readSession(db, hash, now()),
    endSession: (hash) =>
      writer.write(async (trx) => void (await trx.deleteFrom('session').where('hash', '=', hash).execute())),

    settled: settle,
    async close() {
      try {
        await settle()
      } finally {
        if (checkpoint) clearTimeout(checkpoint)
        await db.destroy()
        await erasures.close()
      }
    },
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
      await db.connection().execute(async () => emptyLog())
    } catch (cause) {
      checkpoint ??= settleIn(CHECKPOINT_AGAIN_MS)
      throw cause
    }
  }
}
