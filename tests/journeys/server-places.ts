// Everything that whoever breaks into a server holds in hand, as bytes to be searched.
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import Database from 'better-sqlite3'
import type { RecordedRoad } from './recorded-road.ts'
import { filesIn, type Mark, nameOf, searchFor } from './search-bytes.ts'
import type { TestServer } from './server.ts'

/** By what it is called in a message. */
export type Places = Record<string, Buffer[]>

/** The files of the data folder as they lie there, the write-ahead log beside the database: for a server that was killed. */
export async function filesOf(server: TestServer): Promise<Places> {
  const files = await filesIn(server.dataDir)
  const kind = (path: string) => (/\.sqlite(-wal|-shm)?$/.test(path) ? 'the database’s files' : basename(path))
  const places: Places = {}
  for (const { path, bytes } of files) places[kind(path)] = [...(places[kind(path)] ?? []), bytes]
  return places
}

/** Every value of every table, whole: in the file one may be cut in two by a page's end. */
export function valuesOf(path: string): Buffer[] {
  const database = new Database(path, { readonly: true })
  try {
    const tables = database.prepare(`select name from sqlite_master where type = 'table'`).pluck().all() as string[]
    return tables.flatMap((table) =>
      (database.prepare(`select * from "${table}"`).raw().all() as unknown[][])
        .flat()
        .filter((it) => typeof it === 'string' || Buffer.isBuffer(it))
        .map((it) => Buffer.from(it as string)),
    )
  } finally {
    database.close()
  }
}

/** All that crossed, heads and bodies apart, by method and path. */
export function trafficOf(road: RecordedRoad): Places {
  const places: Places = {}
  const add = (place: string, pieces: Buffer[]) => {
    places[place] = [...(places[place] ?? []), ...pieces]
  }
  for (const { what, up, down } of road.crossings) {
    add(`the head sent: ${what}`, [up.head])
    add(`the body sent: ${what}`, up.bodies)
    if (!down) continue
    add(`the head answered: ${what}`, [down.head])
    add(`the body answered: ${what}`, down.bodies)
  }
  return places
}

/** What was found where. */
export interface Findings {
  /** `MARK in PLACE`, for each of these marks; the places in their order. */
  of(marks: readonly Mark[]): string[]
  /** Those of these marks that are in none of the places whose name begins so. */
  lackingIn(begin: string, marks: readonly Mark[]): Mark[]
}

/** Looks for all of these marks once in each piece: the same file crosses many times. */
export function searchPlaces(places: Places, marks: readonly Mark[]): Findings {
  const search = searchFor(marks)
  const known = new Map<string, Set<string>>()
  const marksIn = (piece: Buffer): Set<string> => {
    const digest = createHash('sha1').update(piece).digest('base64')
    const there = known.get(digest) ?? search(piece)
    known.set(digest, there)
    return there
  }
  const found = Object.entries(places).map(
    ([place, pieces]) => [place, new Set(pieces.flatMap((it) => [...marksIn(it)]))] as const,
  )
  return {
    of(wanted) {
      const names = wanted.map(nameOf)
      return found.flatMap(([place, there]) => names.filter((it) => there.has(it)).map((it) => `${it} in ${place}`))
    },
    lackingIn(begin, wanted) {
      const there = found.filter(([place]) => place.startsWith(begin)).map(([, it]) => it)
      return wanted.filter((it) => !there.some((seen) => seen.has(nameOf(it))))
    },
  }
}
