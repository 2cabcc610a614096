import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import files from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/**
 * The built app. The build may leave `.br` and `.gz` beside a file, packed as well as can be; whatever has none, pages and
 * answers included, is packed on the way out.
 */
export async function fileRoutes(app: FastifyInstance, clientDir: string): Promise<void> {
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: 1024,
    // The default, 11, takes longer than sending the bytes it saves.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
    // Requests are unpacked where their limits are known.
    globalDecompression: false,
  })
  await app.register(files, {
    root: clientDir,
    index: false,
    // The build's own manifest lies in .vite/.
    dotfiles: 'ignore',
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.startsWith(`${clientDir}/assets/`)
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}
