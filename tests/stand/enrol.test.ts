import { beforeEach, describe, expect, it } from 'vitest'
import { rawPublicKey } from '../../protocol/opening.ts'
import { newRoot } from '../../protocol/root.ts'
import { keyIdOf } from '../../protocol/sealing-key.ts'
import { enrolStatement } from '../../protocol/stand.ts'
import { NoAnswer, ServerRefusal } from '../../src/api.ts'
import { accept, type EnrolPorts, offerOf, reject } from '../../src/stand/enrol.ts'
import { signerOf } from '../../sync-server/device-signature.ts'
import { memoryStorage } from '../outbox/memory-storage.ts'

const CODE = '7KQF2M8DXT4P'
const stand = {
  id: 'gare',
  campaign: 'ecrire',
  name: 'Gare',
  place: 'Lomé',
  from: '2026-11-20',
  to: '2026-12-10',
  petitions: [],
}
const root = await rawPublicKey((await newRoot()).publicKey)
const rootId = (await keyIdOf(root)) as string

type Asked = Parameters<EnrolPorts['ask']>[0]

let memory: ReturnType<typeof memoryStorage>
let asked: Asked[]
let locked: number
beforeEach(() => {
  memory = memoryStorage()
  asked = []
  locked = 0
})

const ports = (answer: () => unknown = () => ({ stand, tablet: 3, root })): EnrolPorts => ({
  storage: memory.storage,
  lock: (work) => {
    locked++
    return work()
  },
  ask: async (body) => {
    // On disk before anybody is asked.
    expect(memory.rows().notes.get('enrolling')).toMatchObject({ device: body.device, key: body.key })
    asked.push(body)
    return answer() as never
  },
})
const fails = (error: unknown) => () => {
  throw error
}
const link = { code: CODE, root: rootId }
const standing = () => memory.rows().notes.get('enrolled')

describe('enrolling', () => {
  it('signs with the new key what it asks, and is of the stand only when the person has said yes', async () => {
    const offered = await offerOf(link, ports())
    if ('problem' in offered) throw new Error(offered.problem)
    const [body] = asked as [Asked]
    const { code: _, ...signed } = body
    expect(signerOf(signed, enrolStatement(CODE, body.device, body.key))).not.toBeNull()
    expect(offered.rootId).toBe(rootId)
    expect(standing()).toBeUndefined()
    await accept(offered, ports())
    expect(standing()).toMatchObject({ device: body.device, key: body.key, tablet: 3, stand, root })
    expect(memory.rows().notes.has('enrolling')).toBe(false)
    expect(memory.rows().pins.get('ecrire')).toEqual({ root, serial: 0 })
    expect(locked).toBe(1)
  })

  it('is one enrolment where a camera reads the card twice', async () => {
    const offers = await Promise.all([offerOf(link, ports()), offerOf(link, ports())])
    const [one, two] = asked
    expect([two?.device, two?.key]).toEqual([one?.device, one?.key])
    expect(offers.map((it) => 'problem' in it)).toEqual([false, false])
  })

  it('asks again with the same id and key when the answer was lost', async () => {
    for (const lost of [new NoAnswer('network', null), new NoAnswer('timeout', null)])
      expect(await offerOf(link, ports(fails(lost)))).toEqual({ problem: 'offline' })
    expect(await offerOf(link, ports(fails(new NoAnswer('not-our-answer', 200))))).toEqual({ problem: 'failed' })
    await offerOf(link, ports())
    expect(new Set(asked.map((it) => `${it.device} ${it.key}`)).size).toBe(1)
  })

  it.each(['unknown-code', 'used-code', 'expired-code', 'revoked-device'] as const)(
    'takes %s for final: the next try has another key',
    async (reason) => {
      expect(await offerOf(link, ports(fails(new ServerRefusal(reason, 410, null))))).toEqual({ problem: reason })
      await offerOf(link, ports())
      expect(asked[0]?.key).not.toBe(asked[1]?.key)
    },
  )

  it('stops where the server names another root than the link', async () => {
    const other = await rawPublicKey((await newRoot()).publicKey)
    expect(
      await offerOf(
        link,
        ports(() => ({ stand, tablet: 1, root: other })),
      ),
    ).toEqual({ problem: 'other-root' })
    expect(memory.rows().notes.size).toBe(0)
    expect(memory.rows().pins.size).toBe(0)
  })

  it('takes a typed code, which names no root, and leaves the words to decide', async () => {
    expect(await offerOf({ code: CODE, root: null }, ports())).toMatchObject({ rootId })
    await reject(ports())
    expect(memory.rows().notes.size).toBe(0)
  })

  it('lets mistakes pass as what they are', async () => {
    await expect(offerOf(link, ports(fails(new TypeError('a mistake'))))).rejects.toThrow('a mistake')
  })
})
