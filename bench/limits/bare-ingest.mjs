// The limit of ingest.*: node:http, JSON.parse, one prepared insert in one transaction a request, and verdicts after the commit. No
// schema, no signature, no proof, no counts; the same rows, bytes and PRAGMAs.
//   bare-ingest.mjs FILE     FILE: a database with the schema; prints its port
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import Database from 'better-sqlite3'

const db = new Database(process.argv[2])
for (const words of ['journal_mode = WAL', 'synchronous = FULL', 'secure_delete = ON', 'foreign_keys = ON'])
  db.pragma(words)
const insert = db.prepare(`insert into envelope
  (v, suite, id, kind, campaign, petitions, sealing_key, consent, withdraw_tag, sealed, hash, received_at, late, quarantined, copy, seq)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?) on conflict do nothing`)
const take = db.transaction((items, now) =>
  items.map(({ seq, envelope: it }, index) => {
    const petitions = JSON.stringify(it.petitions)
    const hash = createHash('sha256').update(JSON.stringify(it)).digest('base64url')
    const sealed = Buffer.from(it.sealed, 'base64url')
    const head = [it.v, it.suite, it.id, it.kind, it.campaign, petitions, it.key, it.consent, it.withdrawTag]
    const { changes } = insert.run(...head, sealed, hash, now, seq)
    return { index, id: it.id, verdict: changes ? 'stored' : 'duplicate' }
  }),
)

const server = createServer((request, response) => {
  const pieces = []
  request.on('data', (piece) => pieces.push(piece))
  request.on('end', () => {
    const { items } = JSON.parse(Buffer.concat(pieces).toString())
    const verdicts = take(items, Date.now())
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ epoch: '', accepted: verdicts.length, verdicts }))
  })
})
server.listen(0, '127.0.0.1', () => console.log(String(server.address().port)))
