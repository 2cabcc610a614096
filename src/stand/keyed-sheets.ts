// Which rows of which sheets were keyed in here, kept with the rows themselves: whoever reloads, or comes back after the battery was
// empty, goes on at the next line. Numbers of sheets and lines, and nothing of a signer.
import type { KeyedSheet } from '../outbox/notes.ts'
import type { Writing } from '../outbox/storage.ts'
import type { Log, RowName } from './paper-log.ts'

/** Sheets of thirteen lines; the oldest go first. */
const MOST = 200

/** To be written in the transaction that keeps the row. `stand` is `teamOf` it. Again changes nothing. */
export const rowKept =
  (stand: string, row: RowName) =>
  (tx: Writing): Promise<void> =>
    change(tx, stand, row, ({ kept, withdrawn }) =>
      kept.includes(row.place)
        ? null
        : { kept: [...kept, row.place], withdrawn: withdrawn.filter((it) => it !== row.place) },
    )

/** To be written in the transaction that keeps its withdrawal. */
export const rowTakenBack =
  (stand: string, row: RowName) =>
  (tx: Writing): Promise<void> =>
    change(tx, stand, row, ({ kept, withdrawn }) =>
      withdrawn.includes(row.place)
        ? null
        : { kept: kept.filter((it) => it !== row.place), withdrawn: [...withdrawn, row.place] },
    )

async function change(
  tx: Writing,
  stand: string,
  { sheet, day }: RowName,
  by: (it: KeyedSheet) => Pick<KeyedSheet, 'kept' | 'withdrawn'> | null,
): Promise<void> {
  const all = (await tx.note('sheets')) ?? []
  const isIt = (it: KeyedSheet) => it.stand === stand && it.sheet === sheet && it.day === day
  const it = all.find(isIt) ?? { stand, sheet, day, kept: [], withdrawn: [] }
  const next = by(it)
  if (next) await tx.putNote('sheets', [...all.filter((it) => !isIt(it)), { ...it, ...next }].slice(-MOST))
}

/** What a stand's sheets say, without the codes, which are kept nowhere. `here`: rows of this page, of which it knows more. */
export function logOf(sheets: readonly KeyedSheet[], stand: string, here: Log): Log {
  const rows = sheets
    .filter((it) => it.stand === stand)
    .flatMap(({ sheet, day, kept, withdrawn }) => {
      const row = (fate: 'kept' | 'withdrawn') => (place: number) =>
        ({ sheet, day, place, fate, code: null, slip: false }) as const
      return [...withdrawn.map(row('withdrawn')), ...kept.map(row('kept'))].sort((a, b) => a.place - b.place)
    })
  const isHere = (row: RowName) =>
    here.some((it) => it.sheet === row.sheet && it.day === row.day && it.place === row.place)
  return [...rows.filter((row) => !isHere(row)), ...here]
}
