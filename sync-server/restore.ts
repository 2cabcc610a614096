import { resolve } from 'node:path'
import { readConfig } from './config.ts'
import { PlainError } from './plain-error.ts'
import { run, say } from './run.ts'
import { restore } from './store/restore.ts'

// npm run restore -- FILE

void run(() => {
  const [file, ...more] = process.argv.slice(2)
  if (file === undefined || more.length > 0) throw new PlainError('Say which backup: npm run restore -- FILE')
  const { dataDir } = readConfig(process.env)
  const { backupOf, envelopes, replaced, logThere } = restore(dataDir, resolve(file), Date.now())
  say(`Restored the backup of ${backupOf} with ${envelopes} envelopes into ${dataDir}.`)
  if (replaced !== null) say(`The database that was there is now ${replaced}.`)
  if (!logThere)
    say(
      `Warning: there is no erasures.log in ${dataDir}. Put your copy of it there before you start the server: without it, what was withdrawn since the backup comes back.`,
    )
})
