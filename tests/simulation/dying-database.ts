import type BetterSqlite from 'better-sqlite3'
import type { Sqlite } from '../../sync-server/store/sqlite.ts'

// A handle of SQLite whose process can die before any statement or right after a commit. What was not committed is gone then,
// and the dead process reaches the database no more.

export class Died extends Error {
  override name = 'Died'
}

const statements = new WeakMap<BetterSqlite.Database, Map<string, BetterSqlite.Statement>>()

/** Statements outlive the processes that prepared them: preparing one takes longer than running it. */
export function prepared(sqlite: BetterSqlite.Database, sql: string): BetterSqlite.Statement {
  const known = statements.get(sqlite) ?? new Map<string, BetterSqlite.Statement>()
  statements.set(sqlite, known)
  const statement = known.get(sql) ?? sqlite.prepare(sql)
  known.set(sql, statement)
  return statement
}

export class DyingDatabase {
  dead = false
  #sqlite: BetterSqlite.Database
  #statementsLeft = Number.POSITIVE_INFINITY
  #dieAfterCommit = false

  constructor(
    sqlite: BetterSqlite.Database,
    readonly died: () => void,
    readonly committed: () => void,
  ) {
    this.#sqlite = sqlite
  }

  dieBeforeStatement(nth: number): void {
    this.#statementsLeft = nth
  }

  dieAfterCommit(): void {
    this.#dieAfterCommit = true
  }

  liveOn(): void {
    this.#statementsLeft = Number.POSITIVE_INFINITY
    this.#dieAfterCommit = false
  }

  die(): void {
    if (this.dead) return
    this.dead = true
    if (this.#sqlite.inTransaction) this.#sqlite.exec('rollback')
    this.died()
  }

  handle(): Sqlite {
    return {
      pragma: (words: string) => this.#sqlite.pragma(words),
      close: () => {},
      prepare: (sql: string) => {
        if (this.dead) throw new Died()
        const statement = prepared(this.#sqlite, sql)
        const before = () => {
          if (this.dead) throw new Died()
          if (this.#statementsLeft-- > 0) return
          this.die()
          throw new Died()
        }
        return {
          reader: statement.reader,
          all: (parameters: unknown[]) => {
            before()
            return statement.all(parameters)
          },
          run: (parameters: unknown[]) => {
            before()
            const result = statement.run(parameters)
            if (sql === 'commit') {
              this.committed()
              if (this.#dieAfterCommit) {
                this.die()
                throw new Died()
              }
            }
            return result
          },
          iterate: (parameters: unknown[]) => statement.iterate(parameters),
        }
      },
    } as unknown as Sqlite
  }
}
