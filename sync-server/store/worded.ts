import type { Compilable, CompiledQuery, Kysely } from 'kysely'
import type { Tables } from './schema.ts'

// A statement that runs for each batch is put into words once for each database, and then only filled in: to build and to word one takes
// Kysely longer than SQLite takes to run it. It stays a statement of any dialect.

/** Where a value will stand. */
class Slot {
  constructor(readonly name: string) {}
}

/** Runs a statement on the connection of the transaction that is open on it; its rows, none where it gives none. */
export type Direct = (sql: string, parameters: readonly unknown[]) => unknown[]

const direct = new WeakMap<object, Direct>()

/** Within transactions of this database, worded statements are run so from now on, and not by Kysely's way to a connection. */
export const runDirectly = (db: Kysely<Tables>, run: Direct): void => void direct.set(db.getExecutor().adapter, run)

type Values = Record<string, unknown>

/** Stands for a value while the statement is put into words. A value is a parameter there, never a list of them. */
type Filling<V extends Values> = <K extends keyof V & string>(name: K) => V[K]

/**
 * A statement with named values: `worded<{ id: string }>()((db, the) => db.selectFrom('campaign').selectAll().where('id', '=', the('id')))`.
 * What it gives runs it, in the transaction or on the database that it is handed.
 */
export function worded<V extends Values>() {
  return <Row>(word: (db: Kysely<Tables>, the: Filling<V>) => Compilable<Row>) => {
    const known = new WeakMap<object, CompiledQuery<Row>>()
    const the: Filling<V> = (name) => new Slot(name) as never
    return async (db: Kysely<Tables>, values: V): Promise<{ rows: Row[] }> => {
      // One for each database that was opened, whatever transaction asks.
      const { adapter } = db.getExecutor()
      let query = known.get(adapter)
      if (!query) {
        query = word(db, the).compile()
        known.set(adapter, query)
      }
      const parameters = query.parameters.map((it) => (it instanceof Slot ? values[it.name] : it))
      // Outside of a transaction it has to wait for one that is open, or it would see what is not committed.
      const run = db.isTransaction ? direct.get(adapter) : undefined
      return run ? { rows: run(query.sql, parameters) as Row[] } : db.executeQuery({ ...query, parameters })
    }
  }
}
