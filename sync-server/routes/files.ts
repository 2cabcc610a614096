import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import files from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/**
 * The built app. The build may leave `.br` and `.gz` beside a file, packed as well as can be; whatever has none, pages and
 * answers included, is packed on the way out. The builds before it answer for their own files: names carry a hash, so no two
 * builds disagree about one.
 */
export async function fileRoutes(
  app: FastifyInstance,
  clientDir: string,
  previousDirs: readonly string[],
): Promise<void> {
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: 1024,
    // The default, 11, takes longer than sending the bytes it saves.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
    // Requests are unpacked where their limits are known.
    globalDecompression: false,
  })
  const roots = [clientDir, ...previousDirs]
  await app.register(files, {
    root: roots,
    // There may be no build before this one.
    suppressWarning: true,
    index: false,
    // The build's own manifest lies in .vite/.
    dotfiles: 'ignore',
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = roots.some((root) => path.startsWith(`${root}/assets/`))
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}
