// A camera that looks at a stand's card: Chromium plays a film to whoever asks for one.
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type LaunchOptions, type Page } from '@playwright/test'

export interface CardFilm {
  /** The browser's, with the film before its camera. */
  options: LaunchOptions
  remove(): Promise<void>
}

/** `name` tells the film's file from others'. */
export async function filmCard(launchOptions: LaunchOptions, link: string, name: number): Promise<CardFilm> {
  const film = join(tmpdir(), `paraphe-card-${name}.mjpeg`)
  const drawing = await chromium.launch(launchOptions)
  await writeFile(film, await filmOf(await drawing.newPage(), link))
  await drawing.close()
  const camera = [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ]
  return {
    options: { ...launchOptions, args: [...(launchOptions.args ?? []), ...camera] },
    remove: () => rm(film, { force: true }),
  }
}

/** What a camera sees of the card: one still picture, as a film of JPEGs. */
async function filmOf(page: Page, text: string): Promise<Buffer> {
  const { encodeQR } = await import('qr')
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 6 })
  await page.setViewportSize({ width: 640, height: 480 })
  const size = Math.floor(440 / modules.length)
  const picture = await page.evaluate(
    ({ modules, size }) => {
      const canvas = document.createElement('canvas')
      canvas.width = 640
      canvas.height = 480
      const pen = canvas.getContext('2d')
      if (!pen) throw new Error('no canvas')
      pen.fillStyle = '#fff'
      pen.fillRect(0, 0, 640, 480)
      pen.fillStyle = '#000'
      modules.forEach((row, y) => {
        row.forEach((dark, x) => {
          if (dark) pen.fillRect(100 + x * size, 20 + y * size, size, size)
        })
      })
      return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? ''
    },
    { modules, size },
  )
  return Buffer.from(picture, 'base64')
}
