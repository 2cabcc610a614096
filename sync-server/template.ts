import type { RenderedPage } from '../src/petition/pages/render-contract.ts'
import type { Preloads } from './preloads.ts'

// The built index.html with a page put into it. Replacers are functions: a `$&` in a story would corrupt a replacement text.

export interface Template {
  /** `theme`: the address of the campaign's own styles, null where it has none. */
  page(rendered: RenderedPage, theme: string | null): string
  /** Without any page, for what lives in the browser alone: console and stand. */
  shell: string
}

/** What a shell is drawn with, whatever campaign is shown by then: it is kept for as long as a build lives. */
export const SHELL_THEME = '/theme.css'

/** @throws Error where the html lacks a place, which would only show as an empty page. */
export function readTemplate(html: string, preloads: Preloads): Template {
  for (const place of ['<!--head-->', '</head>', '<!--app-->', '<!--data-->', '<html lang="fr">'])
    if (!html.includes(place)) throw new Error(`index.html has no ${place}`)
  const fill = ({
    language,
    direction,
    head,
    links,
    theme,
    body,
    data,
  }: Record<'language' | 'direction' | 'head' | 'links' | 'body' | 'data', string> & { theme: string | null }) =>
    html
      .replace('<html lang="fr">', () => `<html lang="${language}" dir="${direction}">`)
      // Behind the entry's styles, where the browser would put them too; the campaign's own have the last word.
      .replace('</head>', () => `${links}${theme ? `<link rel="stylesheet" href="${theme}">` : ''}</head>`)
      .replace('<!--data-->', () => data)
      .replace('<!--head-->', () => head)
      // Last, since the page's own text could hold any of the other places.
      .replace('<!--app-->', () => body)
  return {
    page: ({ language, direction, head, modules, body, data }, theme) =>
      fill({
        language,
        direction,
        head,
        links: preloads(modules),
        theme,
        body,
        data: `<script type="application/json" id="data">${data}</script>`,
      }),
    shell: fill({
      language: 'fr',
      direction: 'ltr',
      head: '<title>Paraphe</title>\n    <link rel="manifest" href="/app.webmanifest">',
      links: '',
      theme: SHELL_THEME,
      body: '',
      data: '',
    }),
  }
}
