// What is wrong with a row, in words that say what to do.
import type { StandPaperWords } from '../i18n/fr/stand-paper.ts'
import type { RowField, RowProblem } from './paper-row.ts'

export function rowProblemWords(words: StandPaperWords['problem'], field: RowField, it: RowProblem): string {
  switch (it.problem) {
    case 'missing':
      return field === 'contact' || field === 'slip' ? words.noWay : words[field]
    case 'too-long':
      return words.tooLong.replace('{n}', String(it.most))
    case 'too-short':
      return words.digitsMissing(it.by)
    case 'too-many':
      return words.digitsTooMany(it.by)
    case 'not-an-address':
      return words.notAnAddress
    case 'not-a-number':
      return words.notANumber
    case 'no-way':
      return words.noWay
    case 'news-need-email':
      return words.newsNeedEmail
    case 'calls-need-phone':
      return words.callsNeedPhone
    case 'not-a-code':
      return words.notACode
    case 'other-campaign':
      return words.otherCampaign
    case 'used-code':
      return words.usedCode
    case 'withdrawn-code':
      return words.withdrawnCode
  }
}
