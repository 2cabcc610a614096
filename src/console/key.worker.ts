import * as z from 'zod/mini'
import { importOpeningKey } from '../../protocol/opening.ts'
import { readKeyFile, writeKeyFile } from './closed-key-file.ts'
import { holdsRoot, makeKeys, type PublicKeys, proveKeyFile, renewKeys } from './key-ceremony.ts'
import { KeyFileError } from './key-file.ts'
import { serve } from './worker-line.ts'

// Private halves in clear exist here and nowhere else: made, written into the age file, read back. The page sees the closed
// file and the public halves. The worker is ended after each use.
z.config({ jitless: true })

interface Closed {
  campaign: string
  file: Uint8Array
  phrase: string
}

async function openOwn({ campaign, file, phrase, root }: Closed & { root: string }) {
  const keyFile = await readKeyFile(file, phrase, campaign)
  if (!holdsRoot(keyFile, root)) throw new KeyFileError('other-key')
  return keyFile
}

const tasks = {
  async make({ campaign, phrase }: Omit<Closed, 'file'>) {
    const { keyFile, keys } = await makeKeys(campaign, new Date())
    return { text: await writeKeyFile(keyFile, phrase), keys }
  },

  /** Whether the phrase opens the file, and the file is this campaign's. */
  async check(closed: Closed & { root: string }) {
    await openOwn(closed)
  },

  /** The same keys under another phrase, and with one sealing key more where `renew` says so. */
  async closeAgain({ keys, next, renew, ...closed }: Closed & { keys: PublicKeys; next: string; renew: boolean }) {
    const keyFile = await openOwn({ ...closed, root: keys.root })
    const made = renew ? await renewKeys(keyFile, keys.sealingKey, new Date()) : { keyFile, keys }
    return { text: await writeKeyFile(made.keyFile, next), keys: made.keys }
  },

  async prove({ campaign, file, phrase, keys }: Closed & { keys: PublicKeys }) {
    await proveKeyFile(await readKeyFile(file, phrase, campaign), keys)
  },

  /** Hands the opening keys, which cannot be exported again, straight to the opening workers; answers their ids. */
  async unlock({ ports, ...closed }: Closed & { root: string; ports: MessagePort[] }) {
    const keyFile = await openOwn(closed)
    const keys = await Promise.all(keyFile.sealing.map((it) => importOpeningKey(it.jwk)))
    for (const port of ports) port.postMessage(keys)
    return keyFile.sealing.map((it) => it.id)
  },
}

export type KeyTasks = typeof tasks

serve(tasks)
