import fastify from 'fastify'
import { deviceApi } from '../../sync-server/device-api.ts'
import { openingLines } from '../../sync-server/opening-lines.ts'
import { LIGHT } from '../../sync-server/price.ts'
import { run, say } from '../../sync-server/run.ts'
import { openDataDir } from '../../sync-server/store/data-dir.ts'
import { openStore } from '../../sync-server/store/open-store.ts'

// A server as main.ts starts it, with the API that devices call and nothing that has to be built. It says its port.

void run(async () => {
  const store = await openStore(await openDataDir(process.env.DATA_DIR as string))
  for (const line of openingLines(store.opening)) say(line)
  const app = fastify()
  await app.register(deviceApi, { store, price: LIGHT })
  process.on('SIGTERM', async () => {
    await app.close()
    await store.close()
  })
  // Last: who reads this may stop it at once.
  say(`listening ${new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port}`)
})
