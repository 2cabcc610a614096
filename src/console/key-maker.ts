import { saveFile } from '../ui/save-file.ts'
import type { KeyTasks } from './key.worker.ts'
import keyWorker from './key.worker.ts?worker&url'
import type { PublicKeys } from './key-ceremony.ts'
import { type KeyFileWords, keyFileName } from './key-names.ts'
import { WorkerLine } from './worker-line.ts'

// The page's side of the key worker. Each use has a worker of its own, so that nothing stays in one.

/** What the worker made: the closed file, and what may be published. */
export interface Made {
  text: string
  fileName: string
  keys: PublicKeys
}

async function withKeyWorker<T>(use: (line: WorkerLine<KeyTasks>) => Promise<T>): Promise<T> {
  const line = new WorkerLine<KeyTasks>(keyWorker)
  try {
    return await use(line)
  } finally {
    line.end()
  }
}

/** @throws WorkerProblem `failed` or `crashed`: scrypt had not enough memory, most likely */
export async function makeKeyFile(campaign: string, phrase: string, words: KeyFileWords): Promise<Made> {
  const { text, keys } = await withKeyWorker((line) => line.ask('make', { campaign, phrase }))
  return { text, keys, fileName: keyFileName(campaign, keys.sealingKey.serial, false, new Date(), words) }
}

export interface OpenedOnce {
  campaign: string
  root: string
  file: Uint8Array
  phrase: string
}

/** Opens a file to see that it can be opened. @throws WorkerProblem with a KeyFileProblem */
export const checkKeyFile = (opened: OpenedOnce): Promise<void> => withKeyWorker((line) => line.ask('check', opened))

/** Closes what a file holds again under `next`, with a new sealing key where `renew` says so. @throws WorkerProblem */
export async function closeAgain(
  { campaign, file, phrase }: OpenedOnce,
  keys: PublicKeys,
  next: string,
  renew: boolean,
  words: KeyFileWords,
): Promise<Made> {
  const made = await withKeyWorker((line) => line.ask('closeAgain', { campaign, file, phrase, keys, next, renew }))
  const { serial } = made.keys.sealingKey
  return { ...made, fileName: keyFileName(campaign, serial, !renew, new Date(), words) }
}

export const saveKeyFile = ({ fileName, text }: Made): void => saveFile(fileName, [text], 'application/octet-stream')

interface Saved {
  campaign: string
  phrase: string
  keys: PublicKeys
  file: Uint8Array
}

/** Opens the file as it was saved, and a test envelope with it. @throws WorkerProblem with a KeyFileProblem */
export const proveSavedFile = (saved: Saved): Promise<void> => withKeyWorker((line) => line.ask('prove', saved))
