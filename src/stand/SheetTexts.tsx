import type { Campaign } from '../../protocol/campaign.ts'
import { useWords } from '../i18n/language.tsx'
import { LANGUAGE_NAMES } from '../i18n/language-names.ts'
import { isLanguage } from '../i18n/languages.ts'
import { standPaperWords } from '../i18n/stand-paper.ts'
import { Choice } from '../ui/Choice.tsx'
import { Field } from '../ui/Field.tsx'
import { SHEET_PURPOSES, type Sheet, textsNow, versionsOf } from './paper-sheet.ts'

interface Props {
  campaign: Campaign
  sheet: Sheet
  onChange: (change: Partial<Sheet>) => void
}

/** In which language the sheet speaks, and, where a text has had several versions, which of them it carries. */
export function SheetTexts({ campaign, sheet, onChange }: Props) {
  const words = useWords(standPaperWords).sheet
  const now = textsNow(campaign)
  const texts = SHEET_PURPOSES.map((purpose) => ({ purpose, versions: versionsOf(now[purpose] ?? '') })).filter(
    ({ purpose, versions }) => sheet.texts[purpose] && versions.length > 1,
  )
  return (
    <>
      {campaign.languages.length > 1 && (
        <Choice
          name="paper-language"
          legend={words.language}
          options={campaign.languages.map((value) => ({ value, label: nameOf(value) }))}
          value={sheet.language}
          onChange={(language) => onChange({ language })}
        />
      )}
      {texts.map(({ purpose, versions }) => (
        <Field key={purpose} id={`paper-text-${purpose}`} label={words.version[purpose]} hint={words.versionHint}>
          {(wiring) => (
            <select
              {...wiring}
              value={sheet.texts[purpose]}
              onChange={(event) => onChange({ texts: { ...sheet.texts, [purpose]: event.currentTarget.value } })}
            >
              {versions.map((it) => (
                <option key={it} value={it}>
                  {it}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
    </>
  )
}

const nameOf = (language: string) => (isLanguage(language) ? LANGUAGE_NAMES[language].name : language)
