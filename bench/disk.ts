// What the figures of anything that is kept rest on: the disk. A file system in memory keeps nothing, and would flatter them.
import { open, readFile, statfs } from 'node:fs/promises'
import { join, resolve } from 'node:path'

const TMPFS = 0x01021994
const RAMFS = 0x858458f6
const FLUSHES = 30

/** Prints the file system of a folder and what a flush costs there. @throws Error where it is one in memory */
export async function judgeDisk(folder: string): Promise<void> {
  const { type } = await statfs(folder)
  const fileSystem = await nameOf(folder)
  if (type === TMPFS || type === RAMFS)
    throw new Error(`${folder} lies in memory (${fileSystem}): set TMPDIR to a disk`)
  const file = await open(join(folder, 'flush'), 'w')
  const times: number[] = []
  for (let n = 0; n < FLUSHES; n++) {
    await file.write(Buffer.alloc(1024, n))
    const began = performance.now()
    await file.sync()
    times.push(performance.now() - began)
  }
  await file.close()
  const fsyncMs = Number(times.sort((a, b) => a - b)[FLUSHES / 2]?.toFixed(2))
  console.log(JSON.stringify({ name: 'disk', fileSystem, fsyncMs }))
}

/** The longest mount point above the folder, as Linux lists them. */
async function nameOf(folder: string): Promise<string> {
  const mounts = await readFile('/proc/mounts', 'utf8').catch(() => '')
  const above = mounts
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, at = '-']) => `${resolve(folder)}/`.startsWith(at === '/' ? '/' : `${at}/`))
    .sort(([, a = ''], [, b = '']) => b.length - a.length)
  return above[0]?.[2] ?? 'unknown'
}
