// The limit of load.signable as a server: static-form.tsx built as one script and one style sheet, packed by Brotli beforehand.
import { createServer, type Server } from 'node:http'
import { brotliCompressSync } from 'node:zlib'
import preact from '@preact/preset-vite'
import { build } from 'vite'

const PAGE = `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Justice pour Joel Paredes</title><link rel="stylesheet" href="/form.css"><script type="module" src="/form.js"></script></head>
<body><main class="column"><h1>Justice pour Joel Paredes</h1>
<p>Joel Paredes est céramiste et musicien. Il vient de Humahuaca, dans la province de Jujuy.</p><div id="form"></div></main></body></html>`

export async function serveStaticForm(): Promise<Server> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [preact()],
    build: {
      write: false,
      target: 'es2022',
      rollupOptions: {
        input: 'bench/limits/static-form.tsx',
        output: { entryFileNames: 'form.js', assetFileNames: 'form.[ext]' },
      },
    },
  })
  const [bundle] = Array.isArray(made) ? made : [made]
  if (!bundle || !('output' in bundle)) throw new Error('not built')
  const files = new Map([['/', { type: 'text/html; charset=utf-8', bytes: brotliCompressSync(PAGE) }]])
  for (const file of bundle.output) {
    const text = file.type === 'chunk' ? file.code : file.source
    const type = file.type === 'chunk' ? 'text/javascript' : 'text/css'
    files.set(`/${file.fileName}`, { type, bytes: brotliCompressSync(text) })
  }
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '')
    if (!file) return response.writeHead(404).end()
    response.writeHead(200, {
      'content-type': file.type,
      'content-encoding': 'br',
      'content-length': file.bytes.length,
    })
    return response.end(file.bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}
