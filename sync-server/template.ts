import type { RenderedPage } from '../src/petition/pages/render-contract.ts'
import type { Preloads } from './preloads.ts'

// The built index.html with a page put into it. Replacers are functions: a `$&` in a story would corrupt a replacement text.

export interface Template {
  page(rendered: RenderedPage): string
  /** Without any page, for what lives in the browser alone: console and stand. */
  shell: string
}

/** @throws Error where the html lacks a place, which would only show as an empty page. */
export function readTemplate(html: string, preloads: Preloads): Template {
  for (const place of ['<!--head-->', '</head>', '<!--app-->', '<!--data-->', '<html lang="fr">'])
    if (!html.includes(place)) throw new Error(`index.html has no ${place}`)
  const fill = ({
    language,
    head,
    links,
    body,
    data,
  }: Record<'language' | 'head' | 'links' | 'body' | 'data', string>) =>
    html
      .replace('<html lang="fr">', () => `<html lang="${language}">`)
      // Behind the entry's styles, where the browser would put them too.
      .replace('</head>', () => `${links}</head>`)
      .replace('<!--data-->', () => data)
      .replace('<!--head-->', () => head)
      // Last, since the page's own text could hold any of the other places.
      .replace('<!--app-->', () => body)
  return {
    page: ({ language, head, modules, body, data }) =>
      fill({
        language,
        head,
        links: preloads(modules),
        body,
        data: `<script type="application/json" id="data">${data}</script>`,
      }),
    shell: fill({ language: 'fr', head: '', links: '', body: '', data: '' }),
  }
}
