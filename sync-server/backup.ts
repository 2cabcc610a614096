import { resolve } from 'node:path'
import { readConfig } from './config.ts'
import { PlainError } from './plain-error.ts'
import { run, say } from './run.ts'
import { backUp } from './store/backup.ts'

// npm run backup -- FILE

void run(() => {
  const [file, ...more] = process.argv.slice(2)
  if (file === undefined || more.length > 0) throw new PlainError('Say where to: npm run backup -- FILE')
  const { dataDir } = readConfig(process.env)
  const { envelopes, bytes } = backUp(dataDir, resolve(file), Date.now())
  say(`Backed up ${envelopes} envelopes (${(bytes / 1024 / 1024).toFixed(1)} MiB) to ${resolve(file)}.`)
})
