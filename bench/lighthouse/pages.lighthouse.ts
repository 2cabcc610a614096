// What Lighthouse says of the pages that a link opens (mobile, simulated throttling, its own defaults): `npm run lighthouse`. It is no
// dependency of ours, because it brings 200 packages and its newest wants a newer Node; npx fetches it, and only for this.
import { spawnSync } from 'node:child_process'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { findChromium, UNSEEN_PAGES } from '../../scripts/browser.mjs'
import { openCampaign } from '../../tests/journeys/open-campaign.ts'
import { TestServer } from '../../tests/journeys/server.ts'
import { middle } from '../report.ts'

const LIGHTHOUSE = 'lighthouse@12.8.2'
/** How often a trace is asked for again that it could not record, as it advises: one page in ten, and it then says nothing of the page. */
const TRACES = 3
const RUNS = Number(process.env.BENCH_RUNS ?? 3)
/** Medians, of 100. */
const GOALS = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 }
type Category = keyof typeof GOALS
const CATEGORIES = Object.keys(GOALS) as Category[]

const FLAGS = [
  ...['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  `--disable-features=${UNSEEN_PAGES.join(',')}`,
].join(' ')

interface Report {
  categories: Record<Category, { score: number | null; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, { score: number | null; title: string; numericValue?: number }>
}

test('lighthouse', async () => {
  test.setTimeout(RUNS * 6 * 120_000)
  const chromium = await findChromium()
  const version = npx(['--version'], {})
  if (version.status !== 0)
    throw new Error(
      `${LIGHTHOUSE} could not be fetched (${version.stderr.trim().split('\n').at(-1)}): this needs the npm registry.`,
    )
  const folder = test.info().outputPath('reports')
  await mkdir(folder, { recursive: true })
  const server = await TestServer.create()
  try {
    const missed: string[] = []
    const measure = async (name: string, path: string) => {
      const reports: Report[] = []
      for (let run = 0; run < RUNS; run++) {
        const file = join(folder, `${name}-${run}.json`)
        const options = [
          '--output=json',
          `--output-path=${file}`,
          `--only-categories=${CATEGORIES.join(',')}`,
          '--quiet',
        ]
        const look = () =>
          npx([server.url + path, ...options, `--chrome-flags=${FLAGS}`], { CHROME_PATH: chromium ?? '' })
        let { status, stderr } = look()
        for (let again = 0; again < TRACES && status !== 0 && stderr.includes('NO_NAVSTART'); again++) {
          console.error(`${name}: no trace, once more`)
          ;({ status, stderr } = look())
        }
        if (status !== 0) throw new Error(`Lighthouse ended with ${status}: ${stderr}`)
        reports.push(JSON.parse(await readFile(file, 'utf8')))
      }
      const score = (category: Category) =>
        Math.round(100 * middle(reports.map((it) => it.categories[category].score ?? 0)))
      const ms = (audit: string) => Math.round(middle(reports.map((it) => it.audits[audit]?.numericValue ?? 0)))
      console.log(
        JSON.stringify({
          name: 'lighthouse',
          page: name,
          runs: RUNS,
          ...Object.fromEntries(CATEGORIES.map((it) => [it, score(it)])),
          firstPaintMs: ms('first-contentful-paint'),
          largestPaintMs: ms('largest-contentful-paint'),
          blockingMs: ms('total-blocking-time'),
          layoutShift: Number(
            middle(reports.map((it) => it.audits['cumulative-layout-shift']?.numericValue ?? 0)).toFixed(4),
          ),
        }),
      )
      for (const category of CATEGORIES)
        if (score(category) < GOALS[category])
          missed.push(`${name}: ${category} ${score(category)}, ${failed(reports[0] as Report, category).join('; ')}`)
    }
    await measure('a case before signing opens', '/p/joel-paredes')
    await openCampaign(server)
    await measure('a case that can be signed', '/p/joel-paredes')
    await measure('the same in English', '/en/p/joel-paredes')
    await measure('the home page', '/')
    expect(missed, 'below its goal').toEqual([])
  } finally {
    await server.remove()
  }
})

function npx(args: string[], environment: Record<string, string>) {
  return spawnSync('npx', ['--yes', LIGHTHOUSE, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  })
}

/** What took points. */
function failed({ categories, audits }: Report, category: Category): string[] {
  const counted = categories[category].auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id)
  return counted.filter((id) => (audits[id]?.score ?? 1) < 0.9).map((id) => audits[id]?.title ?? id)
}
