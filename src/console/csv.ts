import Papa from 'papaparse'

// Rows as the text of a CSV file that a spreadsheet opens by a double click: UTF-8 with a byte order mark, CRLF, and a
// semicolon where the words are French, since Excel splits by the list separator of its own region.

/** Which one a spreadsheet splits by, its region says. */
export type Delimiter = ',' | ';'

const MONTH =
  '(?:jan(?:v|vier|uary)?|f[ée]v(?:rier)?|feb(?:ruary)?|mar(?:s|ch)?|avr(?:il)?|apr(?:il)?|mai|may|juin|juil(?:let)?|june?|july?|ao[uû]t|aug(?:ust)?|sept?(?:embre|ember)?|oct(?:obre|ober)?|nov(?:embre|ember)?|d[ée]c(?:embre|ember)?)'

/**
 * Texts that a spreadsheet would take for something else get an apostrophe in front (OWASP, CSV injection): formulas (also
 * after spaces, and with full-width signs), digits that would lose a leading zero or become a date, an hour or a power of ten, days
 * with their month, and the words for true and false.
 * A phone number begins with + and is treated the same: `'+22890123456` can be read and dialled, stays text with all its
 * digits, and no spreadsheet computes it; bare, Excel shows 2.289E+10.
 */
const MISTAKEN = new RegExp(
  [
    '^\\s*[=+\\-@\uff1d\uff0b\uff0d\uff20]|^[\\t\\r\\n]',
    '^0\\d+$|^\\d{1,2}[-/.:]\\d|^\\d+e\\d+$|^\\d+ ?%$',
    '^(true|false|vrai|faux)$',
    `^\\d{1,2}[ .-]*${MONTH}(?:[ .-]*\\d{2,4})?$|^${MONTH}[ .-]*\\d{1,4}$`,
  ].join('|'),
  'i',
)

export const BYTE_ORDER_MARK = '\ufeff'

/** Lines of a CSV file, each with its end; empty for none. */
export const csvText = (lines: string[][], delimiter: Delimiter): string =>
  lines.length === 0
    ? ''
    : `${Papa.unparse(lines, { delimiter, newline: '\r\n', header: false, escapeFormulae: MISTAKEN })}\r\n`
