import { createHash } from 'node:crypto'
import { type EnvelopesNamed, MOST_IDS } from '../src/console/export/manifest.ts'

const ID_BYTES = 16

/** The ids of a million envelopes in sixteen bytes each; as texts they would take a hundred. */
export class EnvelopeIds {
  private bytes = Buffer.alloc(ID_BYTES * 1024)
  private count = 0

  add(id: string): void {
    const at = this.count * ID_BYTES
    if (at === this.bytes.length) this.bytes = Buffer.concat([this.bytes, Buffer.alloc(this.bytes.length)])
    this.bytes.write(id.replaceAll('-', ''), at, 'hex')
    this.count++
  }

  /** As `envelopesNamed` says it. */
  named(): EnvelopesNamed {
    const order = new Uint32Array(this.count).map((_, i) => i)
    const from = (i: number) => i * ID_BYTES
    order.sort((a, b) => this.bytes.compare(this.bytes, from(b), from(b + 1), from(a), from(a + 1)))
    const hash = createHash('sha256')
    const ids: string[] = []
    for (const i of order) {
      const hex = this.bytes.toString('hex', from(i), from(i + 1))
      const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
      hash.update(`${id}\n`)
      if (this.count <= MOST_IDS) ids.push(id)
    }
    return { count: this.count, digest: hash.digest('hex'), ...(this.count <= MOST_IDS ? { ids } : {}) }
  }
}
