import { en } from './en/console-station.ts'
import { fr, type StationWords } from './fr/console-station.ts'
import type { Words } from './languages.ts'

export const stationWords: Words<StationWords> = { fr, en }
