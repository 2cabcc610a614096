import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from '../../sync-server/config.ts'
import { projectRoot } from '../../sync-server/project-root.ts'
import { readSamples } from '../../sync-server/samples.ts'
import { content } from './campaign.fixture.ts'
import { newFolder } from './running.fixture.ts'

describe('the environment', () => {
  test('needs nothing: this computer only, port 8080, ./data', () => {
    expect(readConfig({ PORT: '', PATH: '/usr/bin' })).toEqual({
      port: 8080,
      host: '127.0.0.1',
      dataDir: join(process.cwd(), 'data'),
      publicUrl: null,
      trustProxy: [],
      proofOfWork: 'normal',
      cspReports: false,
      logLevel: 'info',
    })
  })

  test('logs warnings alone to a terminal, unless it is told otherwise', () => {
    expect(readConfig({}, true).logLevel).toBe('warn')
    expect(readConfig({ LOG_LEVEL: 'info' }, true).logLevel).toBe('info')
    expect(readConfig({ LOG_LEVEL: 'silent' }).logLevel).toBe('silent')
  })

  test.each([
    [{ PUBLIC_URL: 'http://petition.example' }, 'Use https'],
    [{ PUBLIC_URL: 'http://localhost.example' }, 'Use https'],
    [{ PUBLIC_URL: 'http://127.0.0.1.example' }, 'Use https'],
    [{ PUBLIC_URL: 'petition.example' }, 'an address'],
    [{ PUBLIC_URL: 'ftp://petition.example' }, 'https://'],
    [{ PUBLIC_URL: 'https://example.org/petition' }, 'without a path'],
    [{ DATABASE_URL: 'postgres://localhost/paraphe' }, 'later version'],
    [{ TRUST_PROXY: 'true' }, 'TRUST_PROXY'],
    [{ TRUST_PROXY: '127.0.0.1, proxy.example' }, 'TRUST_PROXY'],
    [{ TRUST_PROXY: '127.0.0.1,' }, 'TRUST_PROXY'],
    [{ TRUST_PROXY: '0.0.0.0/0' }, 'TRUST_PROXY'],
    [{ TRUST_PROXY: '10.0.0.0/33' }, 'TRUST_PROXY'],
    [{ TRUST_PROXY: '10.0.0.0/8/8' }, 'TRUST_PROXY'],
    [{ PORT: '70000' }, 'PORT'],
    [{ PORT: 'http' }, 'PORT'],
  ])('%o stops the start with a sentence', (environment, words) => {
    expect(() => readConfig(environment)).toThrow(ConfigError)
    expect(() => readConfig(environment)).toThrow(words)
  })

  test.each([
    ['https://petition.example/', 'https://petition.example'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://[::1]:3000/', 'http://[::1]:3000'],
    ['http://127.0.0.1:80', 'http://127.0.0.1'],
  ])('%s is a public address', (PUBLIC_URL, origin) => {
    expect(readConfig({ PUBLIC_URL }).publicUrl).toBe(origin)
  })
})

describe('the proxies in front', () => {
  test.each([
    ['127.0.0.1', ['127.0.0.1']],
    ['127.0.0.1, 10.0.0.0/8,::1,fd00::/8', ['127.0.0.1', '10.0.0.0/8', '::1', 'fd00::/8']],
  ])('may be %s', (TRUST_PROXY, proxies) => {
    expect(readConfig({ TRUST_PROXY }).trustProxy).toEqual(proxies)
  })
})

describe('the sample content', () => {
  test('every sample that comes with Paraphe is a campaign', async () => {
    const samples = await readSamples(join(projectRoot(), 'content'))
    expect(samples.length).toBeGreaterThan(0)
    expect(samples.every((it) => it.sample)).toBe(true)
  })

  test('a folder without campaign is passed over, and a broken campaign is named', async () => {
    const dir = newFolder()
    expect(await readSamples(join(dir, 'missing'))).toEqual([])
    mkdirSync(join(dir, 'a'))
    mkdirSync(join(dir, 'b'))
    writeFileSync(join(dir, 'README.md'), '')
    writeFileSync(join(dir, 'b/campaign.json'), JSON.stringify(content()))
    expect(await readSamples(dir)).toEqual([content()])
    writeFileSync(join(dir, 'a/campaign.json'), JSON.stringify({ ...content(), country: 'Togo' }))
    await expect(readSamples(dir)).rejects.toThrow(/a\/campaign\.json is not a campaign: look at country/)
    rmSync(dir, { recursive: true })
  })

  test('the project is found from its sources and from its bundle', () => {
    const root = dirname(dirname(dirname(import.meta.filename)))
    expect(projectRoot()).toBe(root)
    expect(projectRoot(join(root, 'dist/server/main.js'))).toBe(root)
  })
})
