import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makeFiles } from '../../../src/console/export/make-files.ts'
import { ReviewRoom } from '../../../src/console/review/room.ts'
import { consoleExportWords } from '../../../src/i18n/console-export.ts'
import { CAMPAIGN } from '../fixtures.ts'
import { HOME } from '../review/people.ts'

test('a manifest of the console names the version of Paraphe that made the file', async () => {
  const filter = { petitions: null, from: null, to: null, fresh: false, stands: null, channels: null }
  const room = new ReviewRoom({ campaign: CAMPAIGN, home: HOME, filter, decisions: [] })
  const { manifest } = await makeFiles(room, {
    kind: 'csv',
    words: consoleExportWords.fr,
    date: '2026-11-25',
    madeAt: '2026-11-25T10:00:00.000Z',
    madeBy: 'Essi',
    withdrawn: null,
    dumpSavedAt: null,
    countedOnly: true,
    titles: {},
    consentTexts: {},
  })
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(JSON.parse(new TextDecoder().decode(manifest.bytes)).app).toBe(version)
})
