import type { Chance } from './chance.ts'
import type { Reply } from './exchange.ts'
import type { RoadFault } from './faults.ts'

// What stands between a device and Paraphe says in its own words, or in ours.

const html = (status: number, headers: Record<string, string> = {}): Reply => ({
  status,
  headers,
  text: `<!doctype html><title>${status}</title><h1>Wifi gratuit</h1>`,
})
const json = (status: number, value: unknown, headers: Record<string, string> = {}): Reply => ({
  status,
  headers,
  text: JSON.stringify(value),
})

export function foreignAnswer(fault: RoadFault, chance: Chance): Reply {
  const retryAfter = { 'retry-after': String(chance.whole(1, 7200)) }
  const late = chance.happens(0.5) ? retryAfter : {}
  switch (fault) {
    case 'portal':
      return chance.of([
        html(200),
        json(200, { login: true }),
        json(200, { verdicts: [] }),
        html(302),
        html(511),
        json(200, null),
      ])
    case 'server error':
      return chance.of([
        html(500),
        html(502),
        html(504),
        html(408),
        json(500, { reason: 'server-error' }),
        json(408, { reason: 'too-slow' }),
      ])
    case 'too large':
      return chance.of([html(413), json(413, { reason: 'too-large' })])
    case 'too many':
      return chance.of([html(429, retryAfter), json(429, { reason: 'too-many' }, late)])
    case 'unavailable':
      return chance.of([html(503, late), json(503, { reason: 'overloaded' }, retryAfter)])
    default:
      return chance.of([html(400), html(403), html(404), json(403, { error: 'forbidden' })])
  }
}

/** An answer from which some verdicts are missing or put off, as another version of the server might send it. */
export function lacking({ status, text }: Reply, chance: Chance): string {
  if (status !== 200) return text
  const answer = JSON.parse(text)
  // Of what a restored server was asked, too.
  if (Array.isArray(answer.items)) answer.items = answer.items.filter(() => chance.happens(0.6))
  if (!Array.isArray(answer.verdicts)) return JSON.stringify(answer)
  const notNow = { verdict: 'refused', reason: 'overloaded' }
  answer.verdicts = answer.verdicts.flatMap((it: { index: number; id?: string }) =>
    chance.happens(0.4) ? [] : chance.happens(0.4) ? [{ index: it.index, id: it.id, ...notNow }] : [it],
  )
  return JSON.stringify(answer)
}

/** A `Response` as far as `readAnswer` looks at it. Cut short, its text breaks off, which the reader notices or not. */
export function answerOf({ status, headers, text }: Reply, cut: Chance | null): Response {
  const noticed = cut?.happens(0.5)
  const body = cut ? text.slice(0, cut.whole(0, Math.max(0, text.length - 1))) : text
  return {
    ok: status >= 200 && status < 300,
    status,
    headers: { get: (name: string) => headers[name] ?? null },
    text: async () => {
      if (noticed) throw new TypeError('terminated')
      return body
    },
  } as unknown as Response
}
