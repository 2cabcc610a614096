import { createHash } from 'node:crypto'
import type { RenderedPage } from '../src/petition/pages/render-contract.ts'
import type { Preloads } from './preloads.ts'

// The built index.html with a page put into it. Replacers are functions: a `$&` in a story would corrupt a replacement text.

export interface Page {
  html: string
  /** Of the styles that stand in it, for its policy (CSP 3 §2.3.1, hash-source). */
  stylesHash: string
}

export interface Template {
  /**
   * The styles that every page has stand in the page itself: on a slow link it is drawn one round trip earlier, while its scripts are still
   * on their way. `theme`: the rules of the campaign's own look, '' where it has none.
   */
  page(rendered: RenderedPage, theme: string): Page
  /** Without any page, for what lives in the browser alone: console and stand. */
  shell: string
}

/** What a shell is drawn with, whatever campaign is shown by then: it is kept for as long as a build lives. */
export const SHELL_THEME = '/theme.css'

const styleTag = (file: string, how = '') => `<link rel="stylesheet" crossorigin ${how}href="/${file}">`

/**
 * `read` answers the text of a built file, `withoutScript` is what a shell shows where no script runs.
 * @throws Error where the html lacks a place, which would only show as an empty page.
 */
export function readTemplate(
  html: string,
  preloads: Preloads,
  read: (file: string) => string,
  withoutScript: string,
): Template {
  const entryTags = preloads.entryStyles.map((file) => styleTag(file))
  for (const place of [
    '<!--head-->',
    '</head>',
    '<!--app-->',
    '<!--data-->',
    '</body>',
    '<html lang="fr">',
    ...entryTags,
  ])
    if (!html.includes(place)) throw new Error(`index.html has no ${place}`)
  const bare = entryTags.reduce((rest, tag) => rest.replace(tag, ''), html)
  const entryStyles = preloads.entryStyles.map(read).join('\n')

  const fill = (
    into: string,
    {
      language,
      direction,
      head,
      links,
      body,
      data,
      late,
    }: Record<'language' | 'direction' | 'head' | 'links' | 'body' | 'data' | 'late', string>,
  ) =>
    into
      .replace('<html lang="fr">', () => `<html lang="${language}" dir="${direction}">`)
      // Behind the entry's styles, where the browser would put them too.
      .replace('</head>', () => `${links}</head>`)
      .replace('</body>', () => `${late}</body>`)
      .replace('<!--data-->', () => data)
      .replace('<!--head-->', () => head)
      // Last, since the page's own text could hold any of the other places.
      .replace('<!--app-->', () => body)

  return {
    page({ language, direction, head, modules, form, body, data }, theme) {
      // The campaign's own have the last word.
      const own = entryStyles + theme
      if (own.includes('</')) throw new Error('styles would end in the middle')
      const drawn = preloads.of(modules)
      const all = preloads.of(form ? [...modules, form] : modules)
      const late = all.styles.filter((it) => !drawn.styles.includes(it))
      const links = [
        `<style>${own}</style>`,
        // Named and not fetched: vite's loader of later chunks asks for what it does not find linked.
        ...preloads.entryStyles.map((file) => styleTag(file, 'disabled ')),
        ...drawn.styles.map((file) => styleTag(file)),
        ...late.map((file) => `<link rel="preload" as="style" crossorigin href="/${file}">`),
        // `crossorigin` as in the requests that vite's loader makes: it takes up what is there already.
        ...all.scripts.map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`),
      ]
      return {
        html: fill(bare, {
          language,
          direction,
          head,
          links: links.join('\n    '),
          body,
          data: `<script type="application/json" id="data">${data}</script>`,
          // Where what stands before them is drawn without waiting for them. Fetched by now: the parser may come here late.
          late: late.map((file) => styleTag(file)).join(''),
        }),
        stylesHash: createHash('sha256').update(own).digest('base64'),
      }
    },
    shell: fill(html, {
      language: 'fr',
      direction: 'ltr',
      head: '<title>Paraphe</title>\n    <link rel="manifest" href="/app.webmanifest">',
      links: `<link rel="stylesheet" href="${SHELL_THEME}">`,
      body: '',
      data: withoutScript,
      late: '',
    }),
  }
}
