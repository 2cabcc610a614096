// The bare server of the limits in a process of its own, on a database with the schema.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { databaseFile } from '../sync-server/store/data-dir.ts'
import { folderOf } from './sealed-data.ts'

export interface BareServer {
  port: number
  process: ChildProcess
  end(): Promise<void>
}

export async function startBare(): Promise<BareServer> {
  const { dataDir } = await folderOf(0, 10)
  const child = spawn(process.execPath, [join(import.meta.dirname, 'limits/bare-ingest.mjs'), databaseFile(dataDir)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [port] = await once(child.stdout, 'data')
  const end = async () => {
    child.kill()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { port: Number(port), process: child, end }
}
