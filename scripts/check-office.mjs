// Opens the files of an export in a real LibreOffice and looks at what it made of them: nothing computed, accents and leading zeros
// there. Not part of npm test: Debian has it as libreoffice-calc-nogui.
//   node scripts/check-office.mjs
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { say, stopWith } from './say.mjs'

// UTF-8, quoted where needed, each cell as it is shown.
const AS_SHOWN = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false'
/** As its dialogue proposes for such a file: separator, quote, UTF-8. */
const OPENING = { 'french.csv': 'CSV:59,34,76,1', 'english.csv': 'CSV:44,34,76,1', 'sheet.xlsx': null }

if (spawnSync('soffice', ['--version']).status !== 0)
  stopWith('LibreOffice is not here: apt-get install --no-install-recommends libreoffice-calc-nogui')

const folder = mkdtempSync(join(tmpdir(), 'paraphe-office-'))
try {
  const { module } = await runnerImport('./tests/console/export/office-files.ts', {
    configFile: false,
    logLevel: 'error',
  })
  const { truth, read } = module.writeFiles(folder)
  let wrong = 0
  for (const [name, filter] of Object.entries(OPENING)) {
    const shown = read(convert(name, filter, AS_SHOWN, 'csv'))
    const formulas = (convert(name, filter, 'fods', 'fods').match(/table:formula=/g) ?? []).length
    const differ = truth.flatMap((row, i) =>
      row.flatMap((cell, j) => (same(shown[i]?.[j] ?? '', cell, filter !== null) ? [] : [[cell, shown[i]?.[j]]])),
    )
    say(`${name}: ${shown.length} rows, ${formulas} formulas, ${differ.length} cells that are not what was typed`)
    for (const [typed, got] of differ.slice(0, 5)) say(`  ${JSON.stringify(typed)} became ${JSON.stringify(got)}`)
    if (formulas > 0 || differ.length > 0 || shown.length !== truth.length) wrong++
  }
  if (wrong > 0) stopWith(`${wrong} of the files are not what they have to be.`)
  say('LibreOffice computes nothing, and every accent and leading zero is there.')
} finally {
  rmSync(folder, { recursive: true })
}

/** In a CSV file, a guard may stand in front. */
function same(shown, typed, guarded) {
  return shown === typed || (guarded && shown === `'${typed}`)
}

function convert(name, filter, to, ending) {
  const out = join(folder, `${name}-out`)
  const words = ['--headless', `-env:UserInstallation=file://${folder}/profile`]
  if (filter) words.push(`--infilter=${filter}`)
  const done = spawnSync('soffice', [...words, '--convert-to', to, '--outdir', out, join(folder, name)], {
    encoding: 'utf8',
  })
  if (done.status !== 0) stopWith(`LibreOffice did not open ${name}: ${done.stderr}`)
  return readFileSync(join(out, name.replace(/\.\w+$/, `.${ending}`)), 'utf8')
}
