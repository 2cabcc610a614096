import type { Opening } from './store/store.ts'

/** What the person who starts the server should know of the database that was found; nothing on any other day. */
export function openingLines(opening: Opening): string[] {
  const { backupOf, epochRenewed, replayed, logMissing, damagedLines, damagedEnvelopes } = opening
  const lines: string[] = []
  const erased = `${replayed} ${replayed === 1 ? 'erasure was' : 'erasures were'} made again from erasures.log`
  if (backupOf !== null)
    lines.push(`This is the backup of ${backupOf}: ${erased}, and devices will be asked to send again what is missing.`)
  else if (epochRenewed)
    lines.push(
      `This may be an older copy of the database: ${erased}, and devices will be asked to send again what is missing.`,
    )
  if (damagedEnvelopes > 0)
    lines.push(
      `Warning: ${damagedEnvelopes} of this backup’s envelopes ${damagedEnvelopes === 1 ? 'was' : 'were'} damaged and left out. Devices that still hold them send them again; what another backup holds of them comes back only by restoring that one.`,
    )
  if (logMissing)
    lines.push(
      'Warning: erasures.log is missing from DATA_DIR. What was withdrawn or destroyed since this copy of the database was made is not known here and may come back. If you have the log, stop the server, put the log there, and start again.',
    )
  if (damagedLines.length > 0)
    lines.push(
      `Warning: erasures.log cannot be read in line ${damagedLines.join(', ')}. A withdrawal that stood there cannot be made again after a restore. Leave the file as it is, and compare it with a copy.`,
    )
  return lines
}
