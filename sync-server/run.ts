import { PlainError } from './plain-error.ts'

export const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Runs a program of ours: whatever it writes is for its own account only, and a failure ends it with a sentence. */
export async function run(program: () => Promise<void> | void, sentenceFor = plainly): Promise<void> {
  process.umask(0o077)
  try {
    await program()
  } catch (error) {
    console.error(sentenceFor(error))
    process.exit(1)
  }
}

/** The sentence of a failure that was foreseen, and all that is known of any other. */
export const plainly = (error: unknown): unknown => (error instanceof PlainError ? error.message : error)
