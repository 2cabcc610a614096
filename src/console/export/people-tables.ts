import type { ActBody, ConsentPurpose, Person } from '../../../protocol/act.ts'
import type { LocalText } from '../../../protocol/local-text.ts'
import type { ConsoleExportWords } from '../../i18n/fr/console-export.ts'
import { deviceTime, serverTime } from '../export-rows.ts'
import type { OpenedAct } from '../review/opened-act.ts'
import { type Names, named } from './named.ts'
import type { Table } from './table.ts'

// Who wants to join, who has written, and who may be told the news by which way: a list for each, with what it needs and no more.

type ActOf<K extends ActBody['kind']> = OpenedAct<Extract<ActBody, { kind: K }>>

const PERSON = ['firstName', 'lastName', 'country', 'phone', 'email', 'town', 'quarter'] as const

const personCells = (person: Person): string[] => PERSON.map((field) => person[field] ?? '')

const isOf =
  <K extends ActBody['kind']>(kind: K) =>
  (act: OpenedAct): act is ActOf<K> =>
    act.body.kind === kind

function* cellsOf<A>(
  acts: Iterable<OpenedAct>,
  is: (act: OpenedAct) => act is A & OpenedAct,
  cells: (act: A) => string[],
) {
  for (const act of acts) if (is(act)) yield cells(act)
}

const languageOf = ({ consents }: ActBody, purpose: ConsentPurpose): string =>
  (consents.find((it) => it.purpose === purpose) ?? consents[0])?.language ?? ''

/** The boxes of a request to join, each with the sentence at it. */
const TICKED = ['code-of-conduct', 'age'] as const

/** '' where that box was not there, or in a request of an earlier version. */
const saidAt = ({ declared = [] }: ActOf<'join'>['body'], about: (typeof TICKED)[number]): string =>
  declared.find((it) => it.about === about)?.said ?? ''

export function joinTable(
  acts: Iterable<OpenedAct>,
  { columns, files, ways }: ConsoleExportWords,
  groups: Names,
): Table {
  const head = [
    'receivedAt',
    'sentAt',
    ...PERSON,
    'way',
    'group',
    'groupName',
    'codeOfConduct',
    ...TICKED,
    'message',
    'language',
  ]
  return {
    name: files.joins,
    head: [...head, 'envelope'].map((column) => columns[column as keyof typeof columns]),
    rows: cellsOf(acts, isOf('join'), ({ receivedAt, head, body }: ActOf<'join'>) => [
      serverTime(receivedAt),
      deviceTime(body.at),
      ...personCells(body.person),
      ways[body.way],
      body.group ?? '',
      named(groups, body.group),
      body.codeOfConduct,
      ...TICKED.map((about) => saidAt(body, about)),
      body.message ?? '',
      languageOf(body, 'join'),
      head.id,
    ]),
  }
}

export function contactTable(acts: Iterable<OpenedAct>, { columns, files }: ConsoleExportWords): Table {
  const head = ['receivedAt', 'sentAt', ...PERSON, 'message', 'language', 'envelope']
  return {
    name: files.contacts,
    head: head.map((column) => columns[column as keyof typeof columns]),
    rows: cellsOf(acts, isOf('contact'), ({ receivedAt, head, body }: ActOf<'contact'>) => [
      serverTime(receivedAt),
      deviceTime(body.at),
      ...personCells(body.person),
      body.message,
      languageOf(body, 'contact'),
      head.id,
    ]),
  }
}

/** How somebody may be told the news: each has its own consent, and its own list. */
export type NewsPurpose = 'news' | 'calls'

/** What reaches somebody by that way, and nothing else about them. */
const REACHED_BY = { news: 'email', calls: 'phone' } as const

/** Every consent text that was ever published, by its id. */
export type ConsentTexts = ReadonlyMap<string, LocalText>

/**
 * Who agreed to be told by that way, once each: the consent that was given last for an address counts, so that who agreed in one
 * act and refused in a later one is not on the list. With the text that was read, in its language.
 */
export function newsTable(
  acts: Iterable<OpenedAct>,
  purpose: NewsPurpose,
  { columns, files }: ConsoleExportWords,
  texts: ConsentTexts,
): Table {
  const by = REACHED_BY[purpose]
  const head = ['firstName', 'lastName', 'country', by, 'consent', 'consentText', 'language', 'consentAt', 'receivedAt']
  return {
    name: files[purpose],
    head: [...head, 'envelope'].map((column) => columns[column as keyof typeof columns]),
    rows: newsCells(acts, purpose, texts),
  }
}

function* newsCells(acts: Iterable<OpenedAct>, purpose: NewsPurpose, texts: ConsentTexts): Generator<string[]> {
  const by = REACHED_BY[purpose]
  const last = new Map<string, OpenedAct<PersonBody>>()
  for (const act of acts) {
    if (!hasPerson(act)) continue
    const address = act.body.person[by]
    // A box that was not there was neither ticked nor left empty.
    if (!address || !act.body.consents.some((it) => it.purpose === purpose)) continue
    const key = address.toLowerCase()
    const before = last.get(key)
    if (!before || before.receivedAt <= act.receivedAt) last.set(key, act)
  }
  for (const { receivedAt, head, body } of last.values()) {
    const consent = body.consents.find((it) => it.purpose === purpose)
    if (!consent?.given) continue
    const { firstName, lastName, country } = body.person
    yield [
      ...[firstName, lastName, country, body.person[by] ?? ''],
      ...[consent.text, texts.get(consent.text)?.[consent.language] ?? '', consent.language],
      ...[deviceTime(body.at), serverTime(receivedAt), head.id],
    ]
  }
}

type PersonBody = Extract<ActBody, { person: Person }>

const hasPerson = (act: OpenedAct): act is OpenedAct<PersonBody> => 'person' in act.body
