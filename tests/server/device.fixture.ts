import type { Running } from './running.fixture.ts'
import { bodyOf, type Device, type Numbered, signedBy } from './signed.fixture.ts'

// What tablets send to a server that runs in the test.

export function put({ app }: Running, payload: string | Buffer, headers: Record<string, string>, text = `${payload}`) {
  const url = `/api/v1/batches/${JSON.parse(text).batchId}`
  return app.inject({ method: 'PUT', url, payload, headers: { 'content-type': 'application/json', ...headers } })
}

/** Sends a signed batch and returns the answer, which has to be 200. */
export async function sendAs(
  running: Running,
  device: Device,
  envelopes: unknown[],
  numbered: Numbered = {},
  headers: (text: string) => Promise<Record<string, string>> = async () => ({}),
): Promise<{ accepted: number; verdicts: string[] }> {
  const text = bodyOf(device, envelopes, numbered)
  const answer = await put(running, text, { ...(await signedBy(device, text)), ...(await headers(text)) })
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`)
  const { accepted, verdicts } = answer.json()
  return { accepted, verdicts: verdicts.map((it: { verdict: string }) => it.verdict) }
}
