import type { Count } from './counters.ts'
import type { Readiness, StoreFigures } from './store/watch-store.ts'

// The server's figures as Prometheus reads them (text exposition format 0.0.4). Counts only: nothing here is about a person.

export const TEXT_FORMAT = 'text/plain; version=0.0.4; charset=utf-8'

const HELP = {
  paraphe_ready: ['gauge', 'Whether a part can work now'],
  paraphe_envelopes: ['gauge', 'Envelopes that are counted'],
  paraphe_quarantine_bytes: ['gauge', 'Sealed bytes in quarantine'],
  paraphe_withdrawals: ['gauge', 'Receipt codes that were withdrawn'],
  paraphe_devices: ['gauge', 'Tablets that are trusted'],
  paraphe_writes_waiting: ['gauge', 'Writes that wait for their commit'],
  paraphe_commits_total: ['counter', 'Commits since the start'],
  paraphe_disk_free_bytes: ['gauge', 'Room where DATA_DIR lies'],
  paraphe_verdicts_total: ['counter', 'Verdicts given to devices since the start'],
  paraphe_answers_total: ['counter', 'Answers since the start'],
  paraphe_answer_seconds_total: ['counter', 'Time that answers took'],
  process_resident_memory_bytes: ['gauge', 'Resident memory'],
  process_cpu_seconds_total: ['counter', 'Processor time'],
  process_start_time_seconds: ['gauge', 'When the process began, since 1970'],
} as const

type Name = keyof typeof HELP

export function metricsText(figures: StoreFigures, readiness: Readiness, counted: readonly Count[]): string {
  const { user, system } = process.cpuUsage()
  const one = (name: Name, value: number, labels: Record<string, string> = {}): Count => ({ name, labels, value })
  const each = (name: Name, value: (it: StoreFigures['campaigns'][number]) => number) =>
    figures.campaigns.map((it) => one(name, value(it), { campaign: it.campaign }))
  const all: Count[] = [
    one('paraphe_ready', Number(readiness.store), { part: 'store' }),
    one('paraphe_ready', Number(readiness.erasures), { part: 'erasures' }),
    ...each('paraphe_envelopes', (it) => it.envelopes),
    ...each('paraphe_quarantine_bytes', (it) => it.quarantineBytes),
    ...each('paraphe_withdrawals', (it) => it.withdrawals),
    one('paraphe_devices', figures.devices),
    one('paraphe_writes_waiting', figures.waiting),
    one('paraphe_commits_total', figures.commits),
    one('paraphe_disk_free_bytes', figures.freeBytes),
    ...counted,
    one('process_resident_memory_bytes', process.memoryUsage.rss()),
    one('process_cpu_seconds_total', (user + system) / 1e6),
    one('process_start_time_seconds', Math.round(Date.now() / 1000 - process.uptime())),
  ]
  const lines: string[] = []
  let before = ''
  for (const { name, labels, value } of all) {
    if (name !== before) {
      const [type, help] = HELP[name as Name]
      lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`)
    }
    before = name
    lines.push(`${name}${written(labels)} ${value}`)
  }
  return `${lines.join('\n')}\n`
}

function written(labels: Record<string, string>): string {
  const pairs = Object.entries(labels).map(
    ([name, value]) => `${name}="${value.replace(/[\\"\n]/g, (it) => (it === '\n' ? '\\n' : `\\${it}`))}"`,
  )
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}
