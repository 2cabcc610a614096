import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pack } from '../../scripts/pack.mjs'

const LONG = 'paraphe '.repeat(400)

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paraphe-pack-test-'))
  for (const dir of ['assets/console', '.vite']) mkdirSync(join(folder, dir), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const put = (name: string, text = LONG) => writeFileSync(join(folder, name), text)

const packedFiles = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(br|gz)$/.test(name))
    .sort()

test('code, styles, drawings, the worker and the manifest lie packed beside themselves, and unpack to the same', () => {
  const names = ['app.webmanifest', 'assets/console/Console-1.js', 'assets/main-1.css', 'icon.svg', 'sw.js']
  for (const name of names) put(name)
  pack(folder)
  expect(packedFiles()).toEqual(names.flatMap((name) => [`${name}.br`, `${name}.gz`]).sort())
  for (const name of names) {
    expect(brotliDecompressSync(readFileSync(join(folder, `${name}.br`))).toString()).toBe(LONG)
    expect(gunzipSync(readFileSync(join(folder, `${name}.gz`))).toString()).toBe(LONG)
  }
})

test('pages are not packed ahead, nor what is small, packed in itself, or the build’s own', () => {
  put('index.html')
  put('.vite/manifest.json')
  put('assets/font-1.woff2')
  put('assets/small-1.js', 'x'.repeat(1024))
  expect(pack(folder)).toEqual({ files: 0, bytes: 0, br: 0, gz: 0 })
  expect(packedFiles()).toEqual([])
})

test('what was packed is not packed again', () => {
  put('sw.js')
  pack(folder)
  pack(folder)
  expect(packedFiles()).toEqual(['sw.js.br', 'sw.js.gz'])
})

test('says what it saved', () => {
  put('sw.js')
  const { files, bytes, br, gz } = pack(folder)
  expect([files, bytes]).toEqual([1, LONG.length])
  expect(br).toBeLessThan(gz)
  expect(gz).toBeLessThan(100)
})
