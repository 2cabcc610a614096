import type { ConsoleExportWords } from '../../i18n/fr/console-export.ts'

/** `paraphe-ecrire-2024-signatures-2026-11-22.csv`; `part`: a case's id, where the file is of one only. */
export const fileName = (
  campaign: string,
  what: keyof ConsoleExportWords['files'],
  date: string,
  ending: 'csv' | 'xlsx' | 'jsonl' | 'json' | 'pdf' | 'txt',
  { files }: ConsoleExportWords,
  part?: string,
): string => ['paraphe', campaign, files[what], ...(part ? [part] : []), `${date}.${ending}`].join('-')
