import { armor, Decrypter, Encrypter } from 'age-encryption'
import * as z from 'zod/mini'
import { KeyFile, KeyFileError } from './key-file.ts'

// The key file closed by a passphrase, in the age format (age-encryption.org/v1, scrypt recipient), so that the standard `age`
// command opens it as well. For dedicated workers only: scrypt holds its thread for seconds, and the library weighs 49 KiB.

/** log2 of scrypt's N: the `age` command's own. Tests use less; nothing else may. */
export const WORK_FACTOR = 18
export const MAX_KEY_FILE_BYTES = 64 * 1024
/** More would need a gibibyte and minutes: not a file that Paraphe or `age -p` makes. */
const MAX_WORK_FACTOR = 20

/** The key file's text (armored). The phrase is used as it is: canonical already. */
export async function writeKeyFile(keyFile: KeyFile, phrase: string, workFactor = WORK_FACTOR): Promise<string> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(phrase)
  encrypter.setScryptWorkFactor(workFactor)
  return armor.encode(await encrypter.encrypt(JSON.stringify(z.parse(KeyFile, keyFile))))
}

/** @throws KeyFileError */
export async function readKeyFile(file: Uint8Array, phrase: string, campaign: string): Promise<KeyFile> {
  const age = ageBytes(file)
  const decrypter = new Decrypter()
  decrypter.addPassphrase(phrase)
  let text: string
  try {
    text = await decrypter.decrypt(age, 'text')
  } catch (cause) {
    const unmatched = cause instanceof Error && cause.message.includes('no identity matched')
    throw new KeyFileError(unmatched ? 'wrong-phrase' : 'damaged', { cause })
  }
  const read = z.safeParse(KeyFile, parseJson(text))
  if (!read.success) throw new KeyFileError('not-a-key-file', { cause: read.error })
  if (read.data.campaign !== campaign) throw new KeyFileError('other-campaign')
  return read.data
}

/** The binary age file inside what was chosen, armored or not; looks at the header before any phrase is tried. */
function ageBytes(file: Uint8Array): Uint8Array {
  if (file.length > MAX_KEY_FILE_BYTES) throw new KeyFileError('not-a-key-file')
  const text = new TextDecoder('latin1').decode(file)
  let age = file
  if (text.trimStart().startsWith('-----BEGIN AGE')) {
    try {
      age = armor.decode(text)
    } catch (cause) {
      throw new KeyFileError('damaged', { cause })
    }
  }
  const header = new TextDecoder('latin1').decode(age.subarray(0, 200))
  const scrypt = /^age-encryption\.org\/v1\n-> scrypt \S+ (\d+)\n/.exec(header)
  if (!scrypt || Number(scrypt[1]) > MAX_WORK_FACTOR) throw new KeyFileError('not-a-key-file')
  return age
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
