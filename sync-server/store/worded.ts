import type { Compilable, CompiledQuery, Kysely, QueryResult } from 'kysely'
import type { Tables } from './schema.ts'

// A statement that runs for each batch is put into words once for each database, and then only filled in: to build and to word one takes
// Kysely longer than SQLite takes to run it. It stays a statement of any dialect.

/** Where a value will stand. */
class Slot {
  constructor(readonly name: string) {}
}

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
    return (db: Kysely<Tables>, values: V): Promise<QueryResult<Row>> => {
      // One for each database that was opened, whatever transaction asks.
      const { adapter } = db.getExecutor()
      let query = known.get(adapter)
      if (!query) {
        query = word(db, the).compile()
        known.set(adapter, query)
      }
      const parameters = query.parameters.map((it) => (it instanceof Slot ? values[it.name] : it))
      return db.executeQuery({ ...query, parameters })
    }
  }
}
