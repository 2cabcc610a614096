import type { SqliteDatabase, SqliteStatement } from 'kysely'

/** Some hundred are in use; lists of many lengths make more of them, which are worth nothing. */
const KEPT = 500

/**
 * The same handle, which prepares a statement once and not each time that it is run: that takes longer than most of them do. SQLite
 * prepares one anew by itself where the schema has changed (sqlite3_prepare_v2).
 */
export function keepStatements(sqlite: SqliteDatabase): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>()
  return {
    close: () => sqlite.close(),
    prepare: (sql) => {
      const known = statements.get(sql)
      if (known) return known
      const statement = sqlite.prepare(sql)
      if (statements.size >= KEPT) statements.clear()
      statements.set(sql, statement)
      return statement
    },
  }
}
