import fastify, { type FastifyInstance } from 'fastify'
import { deviceApi } from '../../sync-server/device-api.ts'
import { LIMITS } from '../../sync-server/plausible.ts'
import type { Store } from '../../sync-server/store/store.ts'
import { derive } from '../server/proof.fixture.ts'

// One Fastify serves all runs of a process: building it takes longer than a run. Its store is that of whoever runs just now.

export interface Behind {
  readonly store: Store | null
  calendar(): number
  /** Called when an answer is given to the kernel. */
  left(nth: number): void
}

/** In which header a request says which of its turn it is. */
export const NTH = 'nth'

let behind: Behind | null = null
let app: FastifyInstance | null = null

export const standBehind = (server: Behind): void => {
  behind = server
}

export async function door(): Promise<FastifyInstance> {
  if (app) return app
  const store = new Proxy({} as Store, { get: (_, verb) => behind?.store?.[verb as keyof Store] })
  const built = fastify({ logger: false })
  built.addHook('onSend', async (request, _reply, payload) => {
    // Here the bytes go to the kernel: what dies afterwards does not take them back.
    behind?.left(Number(request.headers[NTH]))
    return payload
  })
  const now = () => behind?.calendar() ?? 0
  // The real proofs, at a price that no run notices, and checked without leaving the thread.
  await built.register(deviceApi, {
    store,
    now,
    derive,
    price: { cost: 1, keyPrefix: '0' },
    limits: { ...LIMITS, atOnce: 4 },
  })
  await built.ready()
  app = built
  return built
}
