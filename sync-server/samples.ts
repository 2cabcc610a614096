import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { CampaignContent } from '../protocol/campaign.ts'

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
