// The command line against what opening costs at least, and its memory with ten times as many envelopes.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { processorOf } from './processor.ts'
import { rawParts } from './raw-parts.ts'
import { report } from './report.ts'
import { type BenchFolder, CAMPAIGN, folderOf, PHRASE } from './sealed-data.ts'

const RUNS = Number(process.env.BENCH_RUNS ?? 3)
const ENVELOPES = Number(process.env.BENCH_ENVELOPES ?? 100_000)
const MANY = Number(process.env.BENCH_MANY ?? ENVELOPES * 10)
const ROOT = join(import.meta.dirname, '..')

/** Runs the built command line; milliseconds from start to end, the most memory that it ever held, in MiB, and seconds of processor. */
async function exportCsv({ dataDir, keyFile }: BenchFolder, envelopes: number, ...more: string[]) {
  const out = join(dataDir, `${crypto.randomUUID()}.csv`)
  const words = ['--key', keyFile, '--campaign', CAMPAIGN, '--format', 'csv', '--out', out, ...more]
  const from = performance.now()
  const child = spawn(process.execPath, [join(ROOT, 'dist/server/export.js'), ...words], {
    env: { ...process.env, DATA_DIR: dataDir, NODE_ENV: 'production' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let [peak, cpu] = [0, 0]
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child))
    cpu = Math.max(cpu, processorOf(child))
  }, 100)
  let said = ''
  child.stdout.on('data', (text) => {
    said += text
  })
  child.stdin.end(`${PHRASE}\n`)
  const [code] = await once(child, 'close')
  const ms = performance.now() - from
  clearInterval(watch)
  expect(code).toBe(0)
  expect(said).toContain(`${envelopes * 2} signatures`)
  rmSync(out)
  return { ms, peak, cpu }
}

/** The kernel's own high-water mark, which no sample can miss but the last moment's. */
function peakOf({ pid }: ChildProcess): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** One process for each core, each with its share; milliseconds of the slowest, and seconds of processor of all. */
async function rawOpen(folder: BenchFolder, envelopes: number): Promise<{ ms: number; cpu: number }> {
  const file = join(folder.dataDir, 'raw.json')
  writeFileSync(file, JSON.stringify(rawParts(folder)))
  const processes = Array.from({ length: availableParallelism() }, () => {
    const child = spawn(process.execPath, [join(ROOT, 'bench/limits/raw-open.mjs'), file], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    let said = ''
    const ready = new Promise<void>((resolve) => {
      child.stdout.on('data', (text) => {
        said += text
        if (said.startsWith('ready\n')) resolve()
      })
    })
    const milliseconds = once(child, 'close').then(() => Number(said.split('\n')[1]))
    return { child, ready, milliseconds }
  })
  await Promise.all(processes.map(({ ready }) => ready))
  const cpus = processes.map(() => 0)
  const watch = setInterval(() => {
    processes.forEach(({ child }, i) => {
      cpus[i] = Math.max(cpus[i] ?? 0, processorOf(child))
    })
  }, 100)
  for (const { child } of processes) child.stdin.write(`${Math.ceil(envelopes / processes.length)}\n`)
  const ms = Math.max(...(await Promise.all(processes.map(({ milliseconds }) => milliseconds))))
  clearInterval(watch)
  return { ms, cpu: cpus.reduce((sum, it) => sum + it, 0) }
}

test.describe.configure({ mode: 'serial' })

test('export.cli', async () => {
  test.setTimeout(60 * 60_000)
  // The passphrase takes a second by design, whatever the number of envelopes: here it takes none.
  const folder = await folderOf(ENVELOPES, 10)
  try {
    for (const [name, ...more] of [['export.cli'], ['export.cli.streamed', '--no-review']] as [string, ...string[]][]) {
      const rates: number[] = []
      const ratios: number[] = []
      const cpus: number[] = []
      const byProcessor: number[] = []
      for (let run = 0; run < RUNS; run++) {
        const raw = await rawOpen(folder, ENVELOPES)
        const { ms, peak, cpu } = await exportCsv(folder, ENVELOPES, ...more)
        rates.push(Math.round((ENVELOPES / ms) * 1000))
        ratios.push(raw.ms / ms)
        cpus.push(cpu)
        byProcessor.push(raw.cpu / cpu)
        console.error(JSON.stringify({ name, run, raw, rate: rates.at(-1), peak, cpu }))
      }
      const against = 'raw WebCrypto, one process per core'
      report(name, 'envelopes/s', rates, ratios, against)
      // A machine that is busy otherwise disturbs it less; both programs' start is in it.
      report(`${name}.cpu`, 's', cpus, byProcessor, `${against}, by processor time`)
    }
  } finally {
    rmSync(folder.dataDir, { recursive: true })
  }
})

test('export.memory', async () => {
  test.setTimeout(3 * 60 * 60_000)
  const peaks: number[] = []
  for (const count of [ENVELOPES, MANY]) {
    const folder = await folderOf(count)
    try {
      const { ms, peak } = await exportCsv(folder, count, '--no-review')
      peaks.push(peak)
      console.error(JSON.stringify({ name: 'export.memory', count, seconds: Math.round(ms / 1000), peak }))
    } finally {
      rmSync(folder.dataDir, { recursive: true })
    }
  }
  const [few = 0, many = 0] = peaks
  report('export.memory', 'MiB', [Math.round(many)], [many / few], `${ENVELOPES} envelopes: ${Math.round(few)} MiB`)
})
