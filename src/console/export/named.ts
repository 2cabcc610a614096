/** Names by id. A stand's id may be a word that every object has (`constructor`). */
export type Names = Readonly<Record<string, string>>

export const namesOf = (all: readonly { id: string; name: string }[]): Names =>
  Object.fromEntries(all.map(({ id, name }) => [id, name]))

/** '' for an id that nothing names, and for no id. */
export const named = (names: Names, id: string | undefined): string =>
  id !== undefined && Object.hasOwn(names, id) ? (names[id] ?? '') : ''
