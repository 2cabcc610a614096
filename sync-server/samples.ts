import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { CampaignContent } from '../protocol/campaign.ts'
import { pictureHash } from './picture-hash.ts'
import type { SampleCard } from './store/picture-store.ts'

/** Every `<dir>/<name>/campaign.json`. @throws Error naming the file and the field where one is not a campaign. */
export async function readSamples(dir: string): Promise<CampaignContent[]> {
  const names = await readdir(dir).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return []
    throw cause
  })
  const samples: CampaignContent[] = []
  for (const name of names.sort()) {
    const path = join(dir, name, 'campaign.json')
    const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return null
      throw cause
    })
    if (text === null) continue
    const parsed = z.safeParse(CampaignContent, JSON.parse(text))
    if (!parsed.success) {
      const at = parsed.error.issues.map((issue) => issue.path.join('.') || 'the whole').join(', ')
      throw new Error(`${path} is not a campaign: look at ${at}`)
    }
    samples.push(parsed.data)
  }
  return samples
}

/** `<dir>/<name>/cards/<petition or _home>.<language>.png`, made by `npm run pictures`. */
export async function readSampleCards(dir: string): Promise<SampleCard[]> {
  const cards: SampleCard[] = []
  for (const name of await readdir(dir).catch(() => [])) {
    const folder = join(dir, name, 'cards')
    const files = await readdir(folder).catch(() => [])
    if (files.length === 0) continue
    const campaign: string = JSON.parse(await readFile(join(dir, name, 'campaign.json'), 'utf8')).id
    for (const file of files) {
      const [, page = '', language = ''] = /^([\w-]+)\.([a-z]{2,3})\.png$/.exec(file) ?? []
      if (language === '') continue
      const bytes = await readFile(join(folder, file))
      cards.push({ campaign, petition: page === '_home' ? '' : page, language, hash: pictureHash(bytes), bytes })
    }
  }
  return cards
}
