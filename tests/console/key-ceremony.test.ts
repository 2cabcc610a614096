import { Encrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { beforeAll, describe, expect, it } from 'vitest'
import { utf8 } from '../../protocol/base64url.ts'
import { importOpeningKey, type OpeningKey, open } from '../../protocol/opening.ts'
import { verifySealingKey } from '../../protocol/sealing-key.ts'
import { readKeyFile, writeKeyFile } from '../../src/console/closed-key-file.ts'
import { holdsRoot, makeKeys, type PublicKeys, proveKeyFile, renewKeys } from '../../src/console/key-ceremony.ts'
import type { KeyFile } from '../../src/console/key-file.ts'
import { fingerprint, keyFileName } from '../../src/console/key-names.ts'
import { sealed } from '../server/campaign.fixture.ts'

const PHRASE = 'abeille abri abricot absence acajou accent'
// Less than the real work factor, so that the tests do not wait for scrypt.
const LOW = 10
const CAMPAIGN = 'ecrire-2024'
const NOW = new Date('2026-11-22T14:02:07.123Z')

let keyFile: KeyFile
let keys: PublicKeys
let file: Uint8Array

beforeAll(async () => {
  ;({ keyFile, keys } = await makeKeys(CAMPAIGN, NOW))
  file = utf8(await writeKeyFile(keyFile, PHRASE, LOW))
})

describe('new keys', () => {
  it('come with a sealing key that their root signed', async () => {
    expect(await verifySealingKey(keys.sealingKey, keys.root)).toBe(true)
    expect(keys.sealingKey).toMatchObject({ campaign: CAMPAIGN, serial: 1, validFrom: '2026-11-22T14:02:07Z' })
  })

  it('publish nothing of their private halves', () => {
    const published = JSON.stringify(keys)
    for (const jwk of [keyFile.root, ...keyFile.sealing.map((it) => it.jwk)]) expect(published).not.toContain(jwk.d)
  })
})

describe('a later sealing key', () => {
  it('is signed by the same root, stands above every one before it, and leaves these in the file', async () => {
    const next = await renewKeys(keyFile, keys.sealingKey, NOW)
    expect(await verifySealingKey(next.keys.sealingKey, keys.root)).toBe(true)
    expect(next.keys.sealingKey.serial).toBe(2)
    expect(next.keyFile.sealing.map((it) => it.serial)).toEqual([1, 2])
    expect(next.keyFile.root).toEqual(keyFile.root)
    await proveKeyFile(next.keyFile, next.keys)
    await proveKeyFile(next.keyFile, keys)
    await expect(proveKeyFile(keyFile, next.keys), 'the file before').rejects.toMatchObject({ problem: 'other-key' })
  })

  it('stands above what the server knows too, where the file is not the newest', async () => {
    const { keys: third } = await renewKeys(keyFile, { ...keys.sealingKey, serial: 7 }, NOW)
    expect(third.sealingKey.serial).toBe(8)
  })

  it('opens what was sealed to it, and each earlier one what was sealed to that', async () => {
    const next = await renewKeys(keyFile, keys.sealingKey, NOW)
    const saved = utf8(await writeKeyFile(next.keyFile, 'une autre phrase pour elle', LOW))
    const { sealing } = await readKeyFile(saved, 'une autre phrase pour elle', CAMPAIGN)
    const opening = new Map(
      await Promise.all(sealing.map(async (it) => [it.id, await importOpeningKey(it.jwk)] as const)),
    )
    for (const key of [keys.sealingKey, next.keys.sealingKey]) {
      const envelope = await sealed(key, { campaign: CAMPAIGN })
      const own = opening.get(envelope.key) as OpeningKey
      expect((await open(envelope, own)).kind).toBe('signature')
    }
  })
})

describe('the key file', () => {
  it('gives back what was put in, and holds it in armour that the age command reads', async () => {
    expect(new TextDecoder().decode(file)).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n/)
    expect(await readKeyFile(file, PHRASE, CAMPAIGN)).toEqual(keyFile)
  })

  it('shows nothing of the private keys', () => {
    expect(new TextDecoder().decode(file)).not.toContain(keyFile.root.d)
  })

  it('says that the phrase is wrong', async () => {
    await expect(readKeyFile(file, `${PHRASE} accord`, CAMPAIGN)).rejects.toMatchObject({ problem: 'wrong-phrase' })
  })

  it('says that it is the file of another campaign', async () => {
    await expect(readKeyFile(file, PHRASE, 'autre')).rejects.toMatchObject({ problem: 'other-campaign' })
  })

  it('says that it is no key file: a picture, a text, an age file for a key, an age file with something else in it', async () => {
    const toKey = new Encrypter()
    toKey.addRecipient(await identityToRecipient(await generateIdentity()))
    const other = new Encrypter()
    other.setPassphrase(PHRASE)
    other.setScryptWorkFactor(LOW)
    const strangers = [
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
      utf8('nom;prénom'),
      utf8(`-----BEGIN AGE ENCRYPTED FILE-----\n${'A'.repeat(70_000)}`),
      await toKey.encrypt('x'),
      await other.encrypt('{"v":1}'),
    ]
    for (const stranger of strangers) {
      await expect(readKeyFile(stranger, PHRASE, CAMPAIGN)).rejects.toMatchObject({ problem: 'not-a-key-file' })
    }
  })

  it('says that it is damaged when bytes were lost or changed', async () => {
    const text = new TextDecoder().decode(file)
    const cut = utf8(text.slice(0, -200))
    const changed = utf8(text.replace(/(\n\S{40})(\S)/g, (_, line, letter) => line + (letter === 'A' ? 'B' : 'A')))
    await expect(readKeyFile(cut, PHRASE, CAMPAIGN)).rejects.toMatchObject({ problem: 'damaged' })
    await expect(readKeyFile(changed, PHRASE, CAMPAIGN)).rejects.toThrow()
  })

  it('does not try a file that asks for more work than this computer has', async () => {
    const greedy = utf8('age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 30\n')
    await expect(readKeyFile(greedy, PHRASE, CAMPAIGN)).rejects.toMatchObject({ problem: 'not-a-key-file' })
  })
})

describe('the proof before publishing', () => {
  it('opens a test envelope with the file that was saved', async () => {
    await expect(proveKeyFile(await readKeyFile(file, PHRASE, CAMPAIGN), keys)).resolves.toBeUndefined()
  })

  it('refuses a file of this campaign that holds other keys', async () => {
    const other = await makeKeys(CAMPAIGN, NOW)
    await expect(proveKeyFile(other.keyFile, keys)).rejects.toMatchObject({ problem: 'other-key' })
  })

  it('refuses a private half that is not the one of the published key', async () => {
    const other = await makeKeys(CAMPAIGN, NOW)
    const [sealing] = keyFile.sealing
    const [foreign] = other.keyFile.sealing
    if (!sealing || !foreign) throw new Error('no key')
    const swapped = { ...keyFile, sealing: [{ ...sealing, jwk: foreign.jwk }] }
    await expect(proveKeyFile(swapped, keys)).rejects.toMatchObject({ problem: 'other-key' })
  })

  it('refuses a file whose root could never sign the next key', async () => {
    const other = await makeKeys(CAMPAIGN, NOW)
    await expect(proveKeyFile({ ...keyFile, root: other.keyFile.root }, keys)).rejects.toMatchObject({
      problem: 'other-key',
    })
  })
})

describe('unlocking', () => {
  it('knows the published root in its own file, and not in that of an earlier ceremony', async () => {
    expect(holdsRoot(keyFile, keys.root)).toBe(true)
    expect(holdsRoot((await makeKeys(CAMPAIGN, NOW)).keyFile, keys.root)).toBe(false)
  })
})

describe('what people read', () => {
  it('is a fingerprint in groups of four, and a file name with campaign, key and day', async () => {
    expect(await fingerprint(keys.root)).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/)
    const name = (serial: number, copy: boolean) =>
      keyFileName(CAMPAIGN, serial, copy, new Date(2026, 10, 2), { key: 'cle', copy: 'copie' })
    expect(name(2, false)).toBe('paraphe-ecrire-2024-cle-2-2026-11-02.age')
    expect(name(2, true)).toBe('paraphe-ecrire-2024-cle-2-copie-2026-11-02.age')
  })
})
