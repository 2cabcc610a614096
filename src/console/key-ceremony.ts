import type { ActBody } from '../../protocol/act.ts'
import { fromBase64url, sha256Base64url, toBase64url } from '../../protocol/base64url.ts'
import { type EnvelopeHead, SUITE } from '../../protocol/envelope.ts'
import { newUuid } from '../../protocol/ids.ts'
import { importOpeningKey, newSealingPair, open, rawPublicKey } from '../../protocol/opening.ts'
import { newRoot, signSealingKey } from '../../protocol/root.ts'
import { seal } from '../../protocol/seal.ts'
import { keyIdOf, type SignedSealingKey, verifySealingKey } from '../../protocol/sealing-key.ts'
import { type KeyFile, KeyFileError } from './key-file.ts'

// The steps of the key ceremony (design §4 Keys), without screen, storage or server.

/** What the server may know: public halves and a signature. */
export interface PublicKeys {
  root: string
  sealingKey: SignedSealingKey
}

/** A new root and a first sealing key, signed by it. `keyFile` holds the private halves and goes nowhere but into the age file. */
export async function makeKeys(campaign: string, now: Date): Promise<{ keyFile: KeyFile; keys: PublicKeys }> {
  const [rootPair, sealingPair] = await Promise.all([newRoot(), newSealingPair()])
  const publicKey = await rawPublicKey(sealingPair.publicKey)
  const id = (await keyIdOf(publicKey)) as string
  const validFrom = `${now.toISOString().slice(0, 19)}Z`
  const sealingKey = await signSealingKey({ campaign, id, publicKey, serial: 1, validFrom }, rootPair.privateKey)
  const [root, jwk] = await Promise.all([privateJwk(rootPair.privateKey), privateJwk(sealingPair.privateKey)])
  return {
    keyFile: { v: 1, campaign, root, sealing: [{ id, jwk, serial: 1, validFrom }] },
    keys: { root: await rawPublicKey(rootPair.publicKey), sealingKey },
  }
}

/**
 * The same root with one sealing key more, which takes over from all before it: its serial is above every one that the file or the
 * server knows. The older keys stay in the file, because what was sealed to them opens with nothing else.
 */
export async function renewKeys(
  keyFile: KeyFile,
  published: SignedSealingKey,
  now: Date,
): Promise<{ keyFile: KeyFile; keys: PublicKeys }> {
  const { campaign } = keyFile
  const pair = await newSealingPair()
  const publicKey = await rawPublicKey(pair.publicKey)
  const id = (await keyIdOf(publicKey)) as string
  const serial = 1 + Math.max(published.serial, ...keyFile.sealing.map((it) => it.serial))
  const validFrom = `${now.toISOString().slice(0, 19)}Z`
  const sealingKey = await signSealingKey(
    { campaign, id, publicKey, serial, validFrom },
    await importRoot(keyFile.root),
  )
  const jwk = await privateJwk(pair.privateKey)
  return {
    keyFile: { ...keyFile, sealing: [...keyFile.sealing, { id, jwk, serial, validFrom }] },
    keys: { root: rootOf(keyFile), sealingKey },
  }
}

async function privateJwk(key: CryptoKey): Promise<KeyFile['root']> {
  const { x, y, d } = await crypto.subtle.exportKey('jwk', key)
  return { kty: 'EC', crv: 'P-256', x, y, d } as KeyFile['root']
}

/**
 * Proves that a key file, as read back from where the coordinator saved it, opens what will be sealed to `keys`: an act is
 * sealed to the public half and opened with the file's private one, and the file's root signs for the root to be published.
 * @throws KeyFileError `other-key`
 */
export async function proveKeyFile(keyFile: KeyFile, keys: PublicKeys): Promise<void> {
  const { sealingKey, root } = keys
  const held = keyFile.sealing.find((it) => it.id === sealingKey.id)
  if (!held || !(await verifySealingKey(sealingKey, root))) throw new KeyFileError('other-key')
  try {
    const signed = await signSealingKey(withoutSignature(sealingKey), await importRoot(keyFile.root))
    if (!(await verifySealingKey(signed, root))) throw new KeyFileError('other-key')
    const message = newUuid()
    const sealed = await seal(await testHead(sealingKey), testBody(message), sealingKey.publicKey)
    const opened = await open(sealed, await importOpeningKey(held.jwk))
    if (opened.kind !== 'contact' || opened.message !== message) throw new KeyFileError('other-key')
  } catch (cause) {
    throw cause instanceof KeyFileError ? cause : new KeyFileError('other-key', { cause })
  }
}

/** Whether a key file holds the private half of this root (65 raw bytes in base64url: 4, x, y; SEC 1 §2.3.3). */
export const holdsRoot = (keyFile: KeyFile, root: string): boolean => rootOf(keyFile) === root

function rootOf({ root: { x, y } }: KeyFile): string {
  return toBase64url(Uint8Array.of(4, ...(fromBase64url(x) ?? []), ...(fromBase64url(y) ?? [])))
}

const withoutSignature = ({ signature: _, ...key }: SignedSealingKey) => key

const importRoot = (jwk: KeyFile['root']) =>
  crypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])

const testHead = async (key: SignedSealingKey): Promise<EnvelopeHead> => ({
  v: 1,
  suite: SUITE,
  id: newUuid(),
  kind: 'contact',
  campaign: key.campaign,
  petitions: [],
  key: key.id,
  consent: 'essai',
  withdrawTag: await sha256Base64url(newUuid()),
})

const testBody = (message: string): ActBody => ({
  v: 1,
  kind: 'contact',
  person: { firstName: 'Essai', lastName: 'Essai', country: 'TG', town: 'Essai', quarter: 'Essai' },
  message,
  consents: [{ purpose: 'sign', text: 'essai', language: 'fr', given: true }],
  at: '2000-01-01T00:00:00+00:00',
  clockInDoubt: false,
  channel: 'phone',
})
