/** One plain line about what is being done. */
export const say = (line) => process.stdout.write(`› ${line}\n`)

export function stopWith(line) {
  process.stderr.write(`✗ ${line}\n`)
  process.exit(1)
}
