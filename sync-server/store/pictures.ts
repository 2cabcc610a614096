import type { Insertable, Kysely, Transaction } from 'kysely'
import { picturePath } from '../../protocol/picture-path.ts'
import type { Cards, PictureRecord, SampleCard } from './picture-store.ts'
import type { Tables } from './schema.ts'

// Pictures and cards as rows. `db` reads, `trx` writes.

export async function readPicture(db: Kysely<Tables>, hash: string): Promise<PictureRecord | null> {
  const row = await db.selectFrom('picture').select(['type', 'bytes']).where('hash', '=', hash).executeTakeFirst()
  return row ?? null
}

export async function readCards(db: Kysely<Tables>, campaign: string): Promise<Cards> {
  const rows = await db
    .selectFrom('card')
    .innerJoin('picture', 'picture.hash', 'card.picture')
    .select(['card.petition', 'card.language', 'picture.hash', 'picture.type'])
    .where('card.campaign', '=', campaign)
    .execute()
  const cards: Cards = {}
  for (const { petition, language, hash, type } of rows)
    cards[petition] = { ...cards[petition], [language]: picturePath(hash, type) }
  return cards
}

export async function putPicture(
  trx: Transaction<Tables>,
  hash: string,
  { type, bytes }: PictureRecord,
  now: number,
): Promise<void> {
  await trx
    .insertInto('picture')
    .values({ hash, type, bytes, put_at: now })
    .onConflict((o) => o.doNothing())
    .execute()
}

export async function putCard(trx: Transaction<Tables>, card: Insertable<Tables['card']>): Promise<void> {
  await trx
    .insertInto('card')
    .values(card)
    .onConflict((o) => o.columns(['campaign', 'petition', 'language']).doUpdateSet({ picture: card.picture }))
    .execute()
}

export async function addSampleCards(trx: Transaction<Tables>, cards: SampleCard[], now: number): Promise<void> {
  const samples = await trx.selectFrom('campaign').select('id').where('sample', '=', 1).execute()
  for (const { campaign, petition, language, hash, bytes } of cards) {
    if (!samples.some(({ id }) => id === campaign)) continue
    await putPicture(trx, hash, { type: 'png', bytes }, now)
    await trx
      .insertInto('card')
      .values({ campaign, petition, language, picture: hash })
      .onConflict((o) => o.doNothing())
      .execute()
  }
}
