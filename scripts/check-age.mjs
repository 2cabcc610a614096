// Opens a key file with the standard `age` command, as somebody would for whom Paraphe no longer runs. By hand, on a machine with
// Debian's package: apt-get install age python3; then node scripts/check-age.mjs
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'vite'
import { say, stopWith } from './say.mjs'

const PHRASE = 'abeille abri abricot absence acajou accent'

if (spawnSync('age', ['--version']).error) stopWith('There is no `age` command here: apt-get install age')

const vite = await createServer({
  configFile: false,
  server: { middlewareMode: true },
  appType: 'custom',
  logLevel: 'error',
})
const folder = mkdtempSync(join(tmpdir(), 'paraphe-age-'))
try {
  const { makeKeys, renewKeys } = await vite.ssrLoadModule('/src/console/key-ceremony.ts')
  const { writeKeyFile } = await vite.ssrLoadModule('/src/console/closed-key-file.ts')
  const first = await makeKeys('essai-2026', new Date())
  const { keyFile } = await renewKeys(first.keyFile, first.keys.sealingKey, new Date())
  const path = join(folder, 'cle.age')
  // At the real work factor, with two sealing keys in it.
  writeFileSync(path, await writeKeyFile(keyFile, PHRASE))
  for (const [phrase, expected] of [
    [PHRASE, JSON.stringify(keyFile)],
    [`${PHRASE} accord`, null],
  ]) {
    const opened = openWithAge(path, phrase)
    if (opened !== expected)
      stopWith(`age gave ${opened === null ? 'nothing' : 'something else'} for ${expected ? 'the' : 'a wrong'} phrase.`)
    say(
      expected
        ? 'age opened the key file: both sealing keys and the root, byte for byte.'
        : 'age refused a wrong phrase.',
    )
  }
} finally {
  rmSync(folder, { recursive: true })
  await vite.close()
}

/** What `age -d` writes; null where it refuses. It reads the phrase from a terminal only, which Python lends it. */
function openWithAge(path, phrase) {
  const out = `${path}.json`
  const driver = `
import os, pty, sys
pid, fd = pty.fork()
if pid == 0:
    os.execvp('age', ['age', '-d', '-o', sys.argv[2], sys.argv[1]])
seen = b''
told = False
while True:
    try:
        part = os.read(fd, 1024)
    except OSError:
        break
    if not part:
        break
    seen += part
    if not told and b':' in seen:
        os.write(fd, sys.argv[3].encode() + b'\\n')
        told = True
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`
  const done = spawnSync('python3', ['-c', driver, path, out, phrase], { encoding: 'utf8' })
  if (done.error) stopWith('Python 3 is needed, to lend age a terminal.')
  return done.status === 0 ? spawnSync('cat', [out], { encoding: 'utf8' }).stdout : null
}
