import type { ConsoleExportWords } from '../../i18n/fr/console-export.ts'

/** `paraphe-ecrire-2024-signatures-2026-11-22.csv`; `of`: a case's id, where the file is of one only; `part`: it holds a part of what there is. */
export const fileName = (
  campaign: string,
  what: keyof ConsoleExportWords['files'],
  date: string,
  ending: 'csv' | 'xlsx' | 'jsonl' | 'json' | 'pdf' | 'txt',
  { files, part: partly }: ConsoleExportWords,
  of: string | null = null,
  part = false,
): string =>
  ['paraphe', campaign, files[what], ...(of ? [of] : []), ...(part ? [partly] : []), `${date}.${ending}`].join('-')
