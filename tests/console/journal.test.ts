import { expect, test } from 'vitest'
import { AUDIT_WORDS } from '../../protocol/audit-words.ts'
import type { AuditLine } from '../../protocol/team-routes.ts'
import { aboutWords, byName, byNameAndId, type JournalNames } from '../../src/console/team/journal-about.ts'
import { journalCsv } from '../../src/console/team/journal-csv.ts'
import { teamWords } from '../../src/i18n/console-team.ts'

const names: JournalNames = {
  campaign: (id) => ({ eau: 'De l’eau pour Kossi' })[id],
  petition: (_, id) => ({ kossi: 'Libérez Kossi' })[id],
  stand: (_, id) => ({ aneho: 'Marché d’Aného' })[id],
  tablet: (device) => ({ 'e230-cb': 2 })[device],
}
const line = (what: string, about: string | null): AuditLine => ({
  at: '2026-11-30T12:00:00.000Z',
  who: 'Afi',
  what,
  campaign: 'eau',
  about,
  count: null,
})
const said = (what: string, about: string) => aboutWords(line(what, about), names, teamWords.fr, byNameAndId)
const read = (what: string, about: string) => aboutWords(line(what, about), names, teamWords.fr, byName)

test('the journal says roles, names and numbers, with the id behind', () => {
  expect(said('role-changed', 'Afi Mensah exporter')).toBe('Afi Mensah, Ouverture et export')
  expect(said('invited', 'editor')).toBe('Rédaction')
  expect(said('petition-marked', 'kossi delivered')).toBe('Libérez Kossi (kossi), remise')
  expect(said('campaign-shown', 'eau')).toBe('De l’eau pour Kossi (eau)')
  expect(said('device-enrolled', 'aneho e230-cb')).toBe('Marché d’Aného (aneho), tablette 2 (e230-cb)')
  expect(said('second-factor-required', 'yes')).toBe('code exigé de toute l’équipe')
  expect(said('campaign-published-again', '3')).toBe('version 3')
})

test('on the screen the name stands alone, and the id where no name is known', () => {
  expect(read('petition-marked', 'kossi delivered')).toBe('Libérez Kossi, remise')
  expect(read('device-enrolled', 'aneho e230-cb')).toBe('Marché d’Aného, tablette 2')
  expect(read('device-revoked', 'gone 77')).toBe('gone, 77')
})

test('what nobody knows any more, and what an earlier version wrote, stands as it is', () => {
  expect(said('petition-marked', 'gone')).toBe('gone')
  expect(said('petition-marked', 'kossi')).toBe('Libérez Kossi (kossi)')
  expect(said('device-revoked', 'gone 77')).toBe('gone, 77')
  expect(said('quarantine-decided', 'constructor')).toBe('constructor')
  expect(AUDIT_WORDS).toEqual(expect.arrayContaining(['envelopes-fetched', 'export-confirmed']))
})

test('its file says the same', () => {
  const csv = journalCsv([line('stand-changed', 'aneho')], names, teamWords.fr, ';')
  expect(csv.split('\r\n')[1]).toBe(
    '2026-11-30T12:00:00.000Z;Afi;A modifié un stand;De l’eau pour Kossi (eau);Marché d’Aného (aneho);',
  )
})
