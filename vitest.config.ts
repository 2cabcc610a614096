import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'

/** What replaces a module, a clock or a global, or what one device has once: each of these files has modules of its own. */
const ALONE = [
  'tests/{outbox,stand,simulation,journeys}/**/*.test.{ts,tsx}',
  'tests/petition/keep-here.test.ts',
  'tests/server/console-door.test.ts',
]
const oxc = { jsx: { runtime: 'automatic' as const, importSource: 'preact' } }
const testTimeout = 20_000

export default defineConfig({
  test: {
    // Vitest leaves one core to itself; on two cores that is half of them, while most tests wait for disks and servers.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      { oxc, test: { name: 'alone', include: ALONE, testTimeout } },
      {
        oxc,
        test: {
          name: 'together',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...ALONE],
          testTimeout,
          // A worker reads the server's libraries once, and not again for each of a hundred files.
          isolate: false,
          restoreMocks: true,
          unstubGlobals: true,
        },
      },
    ],
  },
})
