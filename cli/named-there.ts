import type { Manifest } from '../src/console/export/manifest.ts'
import type { Received } from '../src/console/export-rows.ts'
import { ManyIds } from './many-ids.ts'

/** What a manifest names of the envelopes that pass by on their way to be opened. */
export class NamedThere {
  private readonly envelopes = new ManyIds()
  private readonly batches = new ManyIds()
  private unknown = 0

  async *noting(pages: AsyncIterable<Received[]>): AsyncGenerator<Received[]> {
    for await (const page of pages) {
      for (const { envelope, batch } of page) {
        this.envelopes.add(envelope.id)
        if (batch === undefined) this.unknown++
        else this.batches.add(batch)
      }
      yield page
    }
  }

  named(): Pick<Manifest, 'envelopes' | 'batches'> {
    return { envelopes: this.envelopes.named(), batches: { ...this.batches.named(), unknown: this.unknown } }
  }
}
