// Type-checks one program per runtime: a file that uses what its runtime lacks does not compile.
import { spawn } from 'node:child_process'

const PROGRAMS = ['protocol', 'src', 'sw', 'sync-server', 'cli', 'tests', 'bench']
const codes = []
const waiting = [...PROGRAMS]

async function worker() {
  for (let program = waiting.shift(); program; program = waiting.shift()) codes.push(await check(program))
}

const check = (program) =>
  new Promise((resolve) => {
    const words = ['node_modules/typescript7/bin/tsc', '-p', program]
    spawn(process.execPath, words, { stdio: 'inherit' }).on('exit', resolve)
  })

await Promise.all([worker(), worker()])
process.exit(codes.some((code) => code !== 0) ? 1 : 0)
