import { createHash, generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { canonicalText, type Envelope } from '../../protocol/envelope.ts'
import { newUuid } from '../../protocol/ids.ts'
import { newReceiptCode, withdrawTag } from '../../protocol/receipt.ts'
import { type Keys, newKeys, sealed, signer } from '../server/campaign.fixture.ts'
import { Chance } from './chance.ts'

// Envelopes sealed beforehand by the real `seal`, because sealing one takes longer than most of a run. Ids and codes are the
// same on every machine; the sealed bytes differ, and nothing that happens depends on them.

export const CAMPAIGN = 'droits-2024'
/** Stands in every sealed act, and must be seen nowhere. */
export const PLANTED = 'Zinsou-Adjovi'

/** late: for a petition that has closed since · refused: for one that was never published · unknown: for another campaign */
export type Fate = 'open' | 'late' | 'refused' | 'unknown'

/** What one sitting may seal: some ids under one code, and for each what was typed first and what after a correction. */
export interface Slot {
  fate: Fate
  campaign: string
  code: string
  tag: string
  ids: string[]
  /** By id, then by what was typed. */
  envelopes: Envelope[][]
  hashes: string[][]
}

/** A device's key, as its two halves. */
export interface DeviceKey {
  device: string
  /** 65 raw bytes, base64url. */
  key: string
  secret: JsonWebKey
}

export interface Pool {
  devices: DeviceKey[]
  keys: Omit<Keys, 'rootPrivate'>
  slots: Slot[]
}

const SLOTS = 30
const IDS = 5
const TYPED = 2

const PETITIONS: Record<Fate, string[][]> = {
  open: [['awa'], ['bila'], ['awa', 'bila']],
  late: [['closed'], ['awa', 'won']],
  refused: [['draft']],
  unknown: [['awa']],
}

/** The pool in this file, made once. */
export async function openPool(path: string): Promise<Pool> {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true })
    const draft = `${path}.${process.pid}`
    writeFileSync(draft, JSON.stringify(await makePool()))
    // Whole or not at all: the other process may look for it just now.
    renameSync(draft, path)
  }
  return JSON.parse(readFileSync(path, 'utf8'))
}

async function makePool(): Promise<Pool> {
  const chance = new Chance(2026)
  const keys = await newKeys(CAMPAIGN)
  const slots: Slot[] = []
  for (let nth = 0; nth < SLOTS; nth++) {
    const fate: Fate = nth % 10 === 7 ? 'late' : nth % 10 === 8 ? 'refused' : nth % 20 === 9 ? 'unknown' : 'open'
    const campaign = fate === 'unknown' ? 'droits-2023' : CAMPAIGN
    const code = newReceiptCode(chance.bytes)
    const tag = await withdrawTag(campaign, code)
    const petitions = chance.of(PETITIONS[fate])
    const ids = Array.from({ length: IDS }, () => newUuid(chance.bytes))
    const envelopes: Envelope[][] = []
    for (const id of ids) {
      const typed = Array.from({ length: TYPED }, (_, i) => signer(`${PLANTED}-${nth}-${i}`))
      envelopes.push(
        await Promise.all(typed.map((body) => sealed(keys.sealingKey, { id, campaign, petitions, code, body }))),
      )
    }
    const hashes = envelopes.map((each) => each.map(hashOf))
    slots.push({ fate, campaign, code, tag, ids, envelopes, hashes })
  }
  const devices = Array.from({ length: 4 }, () => newDeviceKey(newUuid(chance.bytes)))
  return { devices, keys: { root: keys.root, sealingKey: keys.sealingKey }, slots }
}

function newDeviceKey(device: string): DeviceKey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const raw = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
  return { device, key: raw.toString('base64url'), secret: privateKey.export({ format: 'jwk' }) as JsonWebKey }
}

/** What `envelopeHash` gives, without a promise that WebCrypto resolves when it likes. */
export const hashOf = (envelope: Envelope): string =>
  createHash('sha256').update(canonicalText(envelope)).digest('base64url')
