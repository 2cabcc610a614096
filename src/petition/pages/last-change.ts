/** The day of a case's newest update, or the month that its text was checked. */
export const lastChange = ({ situation, updates }: { situation: string; updates: { date: string }[] }): string =>
  [situation, ...updates.map((it) => it.date)].sort().at(-1) ?? situation
