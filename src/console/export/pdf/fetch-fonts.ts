import regular from 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf?url'
import bold from 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf?url'
import type { FontFiles } from './paper.ts'

/** Their addresses. */
export const FONTS = [regular, bold]

/** The book's fonts, from our own origin; 1.4 MB that no phone loads. @throws TypeError or Error where they do not come. */
export async function fetchFonts(): Promise<FontFiles> {
  const [regularFile, boldFile] = await Promise.all(FONTS.map(fetched))
  return { regular: regularFile as Uint8Array, bold: boldFile as Uint8Array }
}

async function fetched(address: string): Promise<Uint8Array> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${answer.status} for a font`)
  return new Uint8Array(await answer.arrayBuffer())
}
