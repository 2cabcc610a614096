/** More than these do not fit above a keyboard. */
const MOST = 6

/** As it is compared: without accents, capitals and dashes. */
const bare = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s'’\u2010-\u2015-]+/g, ' ')
    .trim()

/** Towns of the campaign that go on as `typed` does, those first that begin so; the first few while nothing is typed. */
export function suggestTowns(towns: readonly string[], typed: string): string[] {
  const start = bare(typed)
  const begins = towns.filter((it) => bare(it).startsWith(start))
  const within = towns.filter((it) => bare(it).includes(` ${start}`))
  return [...new Set([...begins, ...within])].filter((it) => it !== typed.trim()).slice(0, MOST)
}
