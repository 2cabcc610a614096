import type { PictureStore } from './picture-store.ts'
import { addSampleCards, putCard, putPicture, readPicture } from './pictures.ts'
import type { RecordCache } from './record-cache.ts'
import type { StandPorts } from './stand-verbs.ts'

export function pictureVerbs({
  db,
  writer,
  now,
  campaign,
  records,
}: StandPorts & { records: RecordCache }): PictureStore {
  return {
    async putPicture(id, use, hash, picture) {
      const record = await campaign(id)
      if (!record) return 'unknown-campaign'
      const petition = use.for === 'card' ? use.petition : null
      if (petition !== null && !record.content.petitions.some((it) => it.id === petition)) return 'unknown-petition'
      return records.changedBy(
        writer.write(async (trx) => {
          await putPicture(trx, hash, picture, now())
          if (use.for === 'card')
            await putCard(trx, { campaign: id, petition: petition ?? '', language: use.language, picture: hash })
          return 'put' as const
        }),
      )
    },
    picture: (hash) => readPicture(db, hash),
    addSampleCards: (cards) => records.changedBy(writer.write((trx) => addSampleCards(trx, cards, now()))),
  }
}
