import { createHash, randomUUID } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { ManifestFile } from '../src/console/export/manifest.ts'
import { PlainError } from '../sync-server/plain-error.ts'
import { sync } from '../sync-server/store/backup.ts'

/**
 * A file that is there only once it is whole and on disk, and readable for this account only from its first byte on. One that
 * exists is never overwritten.
 */
export class NewFile {
  private readonly partial: string
  private readonly handle: number
  private readonly hash = createHash('sha256')
  private bytes = 0

  /** @throws PlainError where `file` exists or cannot be made. */
  constructor(private readonly file: string) {
    refuseToOverwrite(file)
    this.partial = `${file}.${randomUUID()}.partial`
    try {
      this.handle = openSync(this.partial, 'wx', 0o600)
    } catch (cause) {
      throw new PlainError(`${dirname(file)} cannot be written to.`, { cause })
    }
  }

  write(piece: Uint8Array): void {
    for (let at = 0; at < piece.length; ) at += writeSync(this.handle, piece, at)
    this.hash.update(piece)
    this.bytes += piece.length
  }

  /** Gives it its name. @throws PlainError where another has taken the name meanwhile. */
  keep(name: string): ManifestFile {
    fsyncSync(this.handle)
    closeSync(this.handle)
    refuseToOverwrite(this.file)
    renameSync(this.partial, this.file)
    sync(dirname(this.file))
    return { name, bytes: this.bytes, sha256: this.hash.digest('hex') }
  }

  /** Leaves nothing behind, whatever has been written. */
  discard(): void {
    try {
      closeSync(this.handle)
    } catch {}
    rmSync(this.partial, { force: true })
  }
}

export function refuseToOverwrite(file: string): void {
  if (existsSync(file)) throw new PlainError(`${file} exists already. Give the export a name of its own.`)
}
