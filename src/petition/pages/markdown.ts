// The little of Markdown that a campaign's texts may use, as a tree: paragraphs, lists, **bold**, *italic* and links to the web or to an
// e-mail address. Nothing here makes HTML, and whatever it does not know stays as it was typed. On the first-paint path.

/** Words, or words inside something. `href` begins with http:, https: or mailto:. */
export type Inline = string | { tag: 'strong' | 'em' | 'a'; href?: string; inside: Inline[] }

export interface Block {
  tag: 'p' | 'ul' | 'ol'
  /** One for a paragraph, one for each item of a list. */
  lines: Inline[][]
}

const MARKS = /\*\*(?=\S)([^*]+)\*\*|\*(?=\S)([^*]+)\*|\[([^\][]+)\]\(((?:https?:\/\/|mailto:)[^\s()]+)\)/

const LISTS = { ul: /^[-•] +/, ol: /^\d{1,3}[.)] +/ } as const

/** The words of one line, in order. */
export function inlineOf(text: string): Inline[] {
  const found = MARKS.exec(text)
  if (!found) return text === '' ? [] : [text]
  const [all, bold, italic, label, href] = found
  const inside = inlineOf(bold ?? italic ?? label ?? '')
  const one: Inline = href ? { tag: 'a', href, inside } : { tag: bold ? 'strong' : 'em', inside }
  return [...inlineOf(text.slice(0, found.index)), one, ...inlineOf(text.slice(found.index + all.length))]
}

/** Blank lines part paragraphs; a paragraph whose lines all begin with `- ` or `1. ` is a list. */
export const blocksOf = (text: string): Block[] =>
  text
    .split(/\n\s*\n/)
    .filter((it) => it.trim() !== '')
    .map((it) => {
      const lines = it.trim().split(/\n\s*/)
      for (const tag of ['ul', 'ol'] as const)
        if (lines.every((line) => LISTS[tag].test(line)))
          return { tag, lines: lines.map((line) => inlineOf(line.replace(LISTS[tag], ''))) }
      return { tag: 'p', lines: [inlineOf(it)] }
    })
