import { existsSync } from 'node:fs'
import BetterSqlite from 'better-sqlite3'
import { DAY_MS, LINK_DAYS } from '../link-days.ts'
import { nameKey } from '../name-key.ts'
import { PlainError } from '../plain-error.ts'
import { secretHash } from '../secrets.ts'
import { append } from './audit-log.ts'
import { databaseFile } from './data-dir.ts'
import { invite } from './invitations.ts'
import { shortId } from './short-id.ts'
import { openSqlite } from './sqlite.ts'

interface Wanted {
  token: string
  /** Whom to let in again; null: a new admin. */
  name: string | null
  now: number
}

/**
 * Adds an invitation to the database in `dataDir`, whether or not a server is at work on it: one short transaction, told in the
 * audit log. `again`: the name of whom it lets in.
 * @throws PlainError where there is no database, an older one, or nobody of that name
 */
export async function inviteFromHere(dataDir: string, { token, name, now }: Wanted): Promise<{ again: string | null }> {
  const file = databaseFile(dataDir)
  if (!existsSync(file)) throw new PlainError(`There is no database in ${dataDir}. Start the server: it prints a link.`)
  const { db, close } = openSqlite(new BetterSqlite(file, { fileMustExist: true }))
  try {
    const tables = await db.introspection.getTables()
    if (!tables.some((it) => it.name === 'invitation'))
      throw new PlainError('An older Paraphe wrote this database. Start the server once, then try again.')
    return await db.transaction().execute(async (trx) => {
      const person = name === null ? null : shortId(nameKey(name.trim()))
      const expiresAt = now + LINK_DAYS * DAY_MS
      const wanted = { tokenHash: secretHash(token), role: 'admin', person, madeBy: null, expiresAt } as const
      const made = await invite(trx, wanted, now)
      if (typeof made === 'string') throw new PlainError(`Nobody here is called ${name}.`)
      await append(trx, { who: null, what: 'invitation-from-server', about: made.name ?? made.role }, now)
      return { again: made.name }
    })
  } finally {
    await close()
  }
}
