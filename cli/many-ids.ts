import { createHash } from 'node:crypto'
import { MOST_IDS, type Named } from '../src/console/export/manifest.ts'

const ID_BYTES = 16

/** The ids of a million envelopes or batches in sixteen bytes each; as texts they would take a hundred. */
export class ManyIds {
  private bytes = Buffer.alloc(ID_BYTES * 1024)
  private count = 0

  add(id: string): void {
    const at = this.count * ID_BYTES
    if (at === this.bytes.length) this.bytes = Buffer.concat([this.bytes, Buffer.alloc(this.bytes.length)])
    this.bytes.write(id.replaceAll('-', ''), at, 'hex')
    this.count++
  }

  /** Each once, as `named` of manifest.ts says them. */
  named(): Named {
    const from = (i: number) => i * ID_BYTES
    const compare = (a: number, b: number) => this.bytes.compare(this.bytes, from(b), from(b + 1), from(a), from(a + 1))
    const sorted = new Uint32Array(this.count).map((_, i) => i).sort(compare)
    const order = sorted.filter((it, i) => i === 0 || compare(sorted[i - 1] as number, it) !== 0)
    const hash = createHash('sha256')
    const ids: string[] = []
    for (const i of order) {
      const hex = this.bytes.toString('hex', from(i), from(i + 1))
      const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
      hash.update(`${id}\n`)
      if (order.length <= MOST_IDS) ids.push(id)
    }
    return { count: order.length, digest: hash.digest('hex'), ...(order.length <= MOST_IDS ? { ids } : {}) }
  }
}
