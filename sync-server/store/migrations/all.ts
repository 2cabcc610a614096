import type { Migration } from 'kysely'
import { first } from './0001-first.ts'
import { devices } from './0002-devices.ts'
import { destruction } from './0003-destruction.ts'
import { stands } from './0004-stands.ts'
import { abuse } from './0005-abuse.ts'
import { team } from './0006-team.ts'
import { review } from './0007-review.ts'
import { editing } from './0008-editing.ts'
import { pictures } from './0009-pictures.ts'
import { received } from './0010-received.ts'
import { batches } from './0011-batches.ts'

/**
 * Every schema that ever landed, by name, in order. They stand in an object and not in a folder, because the server is one
 * bundled file. One that landed is never edited; the next one only adds.
 */
export const MIGRATIONS: Record<string, Migration> = {
  '0001-first': first,
  '0002-devices': devices,
  '0003-destruction': destruction,
  '0004-stands': stands,
  '0005-abuse': abuse,
  '0006-team': team,
  '0007-review': review,
  '0008-editing': editing,
  '0009-pictures': pictures,
  '0010-received': received,
  '0011-batches': batches,
}
