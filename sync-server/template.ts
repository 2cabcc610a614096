import type { RenderedPage } from '../src/petition/pages/render-contract.ts'

// The built index.html with a page put into it. Replacers are functions: a `$&` in a story would corrupt a replacement text.

export interface Template {
  page(rendered: RenderedPage): string
  /** Without any page, for what lives in the browser alone: console and stand. */
  shell: string
}

/** @throws Error where the html lacks a place, which would only show as an empty page. */
export function readTemplate(html: string): Template {
  for (const place of ['<!--head-->', '<!--app-->', '<!--data-->', '<html lang="fr">'])
    if (!html.includes(place)) throw new Error(`index.html has no ${place}`)
  const fill = (language: string, head: string, body: string, data: string) =>
    html
      .replace('<html lang="fr">', () => `<html lang="${language}">`)
      .replace('<!--data-->', () => data)
      .replace('<!--head-->', () => head)
      // Last, since the page's own text could hold any of the other places.
      .replace('<!--app-->', () => body)
  return {
    page: ({ language, head, body, data }) =>
      fill(language, head, body, `<script type="application/json" id="data">${data}</script>`),
    shell: fill('fr', '', '', ''),
  }
}
