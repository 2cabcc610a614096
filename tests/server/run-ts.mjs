// Runs one of our TypeScript programs in a process of its own, as `node` would run what is built from it.
//   node run-ts.mjs FILE …arguments
import { runnerImport } from 'vite'

const [file] = process.argv.splice(2, 1)
await runnerImport(file, { configFile: false, logLevel: 'error' })
