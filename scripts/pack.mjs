// Packs the built texts as well as can be, once, beside themselves: `.br` for browsers, `.gz` for what stands in between and
// knows only that. The server sends them as they lie. Pages are made for each request and packed on the way out.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const TEXTS = /\.(?:js|css|svg|webmanifest)$/
/** What fits into one packet anyway is sent as it is. */
const SMALLEST = 1024

/** Gives the bytes of all packed texts: as they are, by Brotli, by gzip. */
export function pack(folder) {
  const total = { files: 0, bytes: 0, br: 0, gz: 0 }
  for (const name of readdirSync(folder, { recursive: true })) {
    const path = join(folder, name)
    if (!TEXTS.test(name) || statSync(path).size <= SMALLEST) continue
    const text = readFileSync(path)
    const params = {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    }
    const packed = { br: brotliCompressSync(text, { params }), gz: gzipSync(text, { level: 9 }) }
    for (const [ending, bytes] of Object.entries(packed)) writeFileSync(`${path}.${ending}`, bytes)
    total.files += 1
    total.bytes += text.length
    total.br += packed.br.length
    total.gz += packed.gz.length
  }
  return total
}
