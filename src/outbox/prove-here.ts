// This browser's proof of work: with the code that sends, so not before the thank-you.
import { createProve } from './prove.ts'
import { alarm } from './send.ts'
import { solve } from './solve.ts'

export const prove = createProve({ fetch: (path, init) => fetch(path, init), alarm, solve })
