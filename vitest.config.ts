import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
    // Vitest leaves one core to itself; on two cores that is half of them, while most tests wait for disks and servers.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
})
