import type { Certificate } from '../../protocol/ending-routes.ts'
import type { Reason } from '../../protocol/reasons.ts'
import { countsOf } from './campaigns.ts'
import { DAY_MS, DayWitness, WITNESSED_MS, type WitnessPorts } from './day-witness.ts'
import { listDevices } from './devices.ts'
import type { EndingStore, FirstTick } from './ending-store.ts'
import type { CampaignRecord } from './store.ts'

export interface EndingPorts extends WitnessPorts {
  campaign: (id: string) => Promise<CampaignRecord | null>
  destroyEnvelopes: (campaign: string) => Promise<boolean>
  /** Writes the file anew, without what was deleted; false where it could not. */
  vacuum: () => Promise<boolean>
}

export function endingVerbs(ports: EndingPorts): EndingStore & { witness: DayWitness } {
  const { db, writer, now, campaign } = ports
  const witness = new DayWitness(ports)

  const readTick = async (id: string) =>
    db.selectFrom('destruction').selectAll().where('campaign', '=', id).executeTakeFirst()

  async function destruction(id: string): Promise<FirstTick | null> {
    await witness.look()
    const row = await readTick(id)
    if (!row) return null
    const missing = Math.max(row.first_at + DAY_MS - now(), WITNESSED_MS - row.witnessed, 0)
    return { at: row.first_at, by: row.first_by, ready: missing === 0, readyAt: now() + missing }
  }

  /** Why nothing may be destroyed now, whoever ticks. */
  const objection = (record: CampaignRecord | null): Reason | null => {
    if (!record) return 'unknown-campaign'
    return record.published.petitions.some((it) => it.state === 'open') ? 'still-open' : null
  }

  async function readCertificate(id: string): Promise<Certificate | null> {
    const row = await db
      .selectFrom('destruction_certificate')
      .select('certificate')
      .where('campaign', '=', id)
      .executeTakeFirst()
    return row ? JSON.parse(row.certificate) : null
  }

  return {
    witness,
    destruction,
    async tickDestruction(id, by) {
      const record = await campaign(id)
      const reason = objection(record)
      if (reason) return reason
      if (record?.destroyed) return 'destroyed'
      // What passed before this tick is not its own.
      await witness.look()
      witness.watch()
      const row = { campaign: id, first_at: now(), first_by: by, seen_at: now(), witnessed: 0 }
      await writer.write((trx) =>
        trx
          .insertInto('destruction')
          .values(row)
          .onConflict((o) => o.doNothing())
          .execute(),
      )
      return (await destruction(id)) ?? 'too-early'
    },
    async cancelDestruction(id) {
      await writer.write((trx) => trx.deleteFrom('destruction').where('campaign', '=', id).execute())
    },
    async destroyCampaign(id, by) {
      const made = await readCertificate(id)
      if (made) return made
      const record = await campaign(id)
      const reason = objection(record)
      if (reason || !record) return reason ?? 'unknown-campaign'
      await witness.look()
      const row = await readTick(id)
      if (!row || now() - row.first_at < DAY_MS) return 'too-early'
      if (row.witnessed < WITNESSED_MS) return 'clock-jumped'
      const counts = await countsOf(db, record)
      const held = await db.selectFrom('campaign').select('envelopes').where('id', '=', id).executeTakeFirst()
      const ticks: Certificate['ticks'] = [
        { at: iso(row.first_at), by: row.first_by },
        { at: iso(now()), by },
      ]
      if (!(await ports.destroyEnvelopes(id))) return 'unknown-campaign'
      const certificate: Certificate = {
        v: 1,
        campaign: id,
        name: record.content.name,
        destroyedAt: iso(now()),
        ticks,
        envelopes: held?.envelopes ?? 0,
        petitions: record.published.petitions.map((it) => ({
          id: it.id,
          title: it.title,
          signatures: counts[it.id] ?? 0,
        })),
        vacuumed: await ports.vacuum(),
        notDestroyed: { keys: record.keys.map((it) => it.id), devices: await devicesOf(id) },
      }
      await writer.write(async (trx) => {
        await trx
          .insertInto('destruction_certificate')
          .values({ campaign: id, certificate: JSON.stringify(certificate) })
          .onConflict((o) => o.doNothing())
          .execute()
        await trx.deleteFrom('destruction').where('campaign', '=', id).execute()
      })
      return (await readCertificate(id)) ?? certificate
    },
    certificate: readCertificate,
  }

  /** Those of this campaign's stands, and those of no stand, which may hold anything. */
  async function devicesOf(id: string): Promise<Certificate['notDestroyed']['devices']> {
    const devices = await listDevices(db)
    return devices
      .filter((it) => it.place === null || it.place.campaign === id)
      .map((it) => ({
        device: it.device,
        stand: it.place?.stand ?? null,
        tablet: it.place?.tablet ?? null,
        lastContact: it.contact && iso(it.contact.heardAt),
        waiting: it.contact?.waiting ?? null,
      }))
  }
}

const iso = (at: number): string => new Date(at).toISOString()
