// What the server knows of the site beside single pages: its languages, its map, and how it is installed.
import type { Campaign } from '../../../protocol/campaign.ts'
import { inLanguage } from '../../../protocol/reading.ts'
import { DIRECTIONS, FIRST_LANGUAGE, isLanguage, LANGUAGES, type Language, pathIn } from '../../i18n/languages.ts'
import { manifestWords } from '../../i18n/manifest.ts'
import { noScriptWords } from '../../i18n/no-script.ts'
import { publicWords } from '../../i18n/public.ts'
import { lastChange } from './last-change.ts'
import { offered, writable } from './offered.ts'
import { isPublished } from './order.ts'
import { homePath, petitionPath } from './place.ts'
import type { SiteOutline } from './render-contract.ts'

export const manifestPath = (language: Language): string => pathIn(language, '/app.webmanifest')

/** Addresses of all pages; `:slug` is a petition's. */
const PAGES = ['/', '/retrait', '/envois', '/rejoindre', '/contact', '/p/:slug', '/p/:slug/lettre']

const PAPER = '#fffdf8'
const NIGHT = '#17140f'

export const outline: SiteOutline = {
  prefixes: LANGUAGES.map((it) => (it === FIRST_LANGUAGE ? '' : `/${it}`)),
  addresses: LANGUAGES.flatMap((language) => PAGES.map((path) => pathIn(language, path))),
  moved: Object.fromEntries(
    LANGUAGES.slice(1).flatMap((language) =>
      PAGES.map((path) => [`/${language}${path}`, pathIn(language, path)]).filter(
        ([from, to]) => from !== to && from !== `${to}/`,
      ),
    ),
  ),
  sitemap,
  manifest,
  withoutScript: `<noscript>${LANGUAGES.map((it) => `<p class="page" lang="${it}">${noScriptWords[it].page}</p>`).join('')}</noscript>`,
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (it) => `&#${it.charCodeAt(0)};`)

/** Every page in every language, each with the others (sitemaps.org; Google’s `xhtml:link`). */
function sitemap(origin: string, campaign: Campaign | null): string {
  const cases = campaign?.petitions.filter(isPublished) ?? []
  const offers = offered(campaign)
  const pages: [path: string, changed: string | null][] = [
    ['/', null],
    ...cases.map((it): [string, string] => [`/p/${it.id}`, lastChange(it)]),
    ...cases.filter((it) => writable(it).length > 0).map((it): [string, null] => [`/p/${it.id}/lettre`, null]),
    ...offers.map((it): [string, null] => [it === 'join' ? '/rejoindre' : '/contact', null]),
    ['/retrait', null],
  ]
  const address = (language: Language, path: string) => escaped(origin + pathIn(language, path))
  const url = (language: Language, path: string, changed: string | null) =>
    [
      '  <url>',
      `    <loc>${address(language, path)}</loc>`,
      ...LANGUAGES.map((it) => `    <xhtml:link rel="alternate" hreflang="${it}" href="${address(it, path)}"/>`),
      ...(changed ? [`    <lastmod>${escaped(changed)}</lastmod>`] : []),
      '  </url>',
    ].join('\n')
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...pages.flatMap(([path, changed]) => LANGUAGES.map((it) => url(it, path, changed))),
    '</urlset>',
    '',
  ].join('\n')
}

const PICTURE = { type: 'image/png' }
const square = (px: number, purpose: 'any' | 'maskable') => ({
  src: `/${purpose === 'any' ? 'icon' : 'maskable'}-${px}.png`,
  sizes: `${px}x${px}`,
  purpose,
  ...PICTURE,
})

/** W3C Application Manifest. One app, whatever the language of the page that it was installed from: `id` is the same. */
function manifest(prefix: string, campaign: Campaign | null): object {
  const code = prefix.slice(1)
  const language = isLanguage(code) ? code : FIRST_LANGUAGE
  const words = manifestWords[language]
  const { theme } = campaign ?? {}
  const shortName = theme?.name ? inLanguage(theme.name, language) : publicWords[language].name
  const open = campaign?.petitions.find((it) => it.state === 'open')
  return {
    id: '/',
    name: campaign ? inLanguage(campaign.name, language) : shortName,
    short_name: shortName,
    description: words.description,
    lang: language,
    dir: DIRECTIONS[language],
    start_url: homePath(language),
    scope: '/',
    display: 'standalone',
    background_color: PAPER,
    theme_color: theme?.colours?.night ?? NIGHT,
    categories: ['social', 'news'],
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      square(192, 'any'),
      square(512, 'any'),
      square(192, 'maskable'),
      square(512, 'maskable'),
    ],
    shortcuts: [
      { name: words.sign, url: `${open ? petitionPath(language, open.id) : homePath(language)}#signer` },
      { name: words.stand, url: '/stand' },
    ].map((it) => ({ ...it, icons: [square(192, 'any')] })),
    screenshots: [
      { src: '/screens/home.png', sizes: '540x1110', form_factor: 'narrow', label: words.home, ...PICTURE },
      { src: '/screens/case.png', sizes: '540x1110', form_factor: 'narrow', label: words.case, ...PICTURE },
      { src: '/screens/wide.png', sizes: '1280x800', form_factor: 'wide', label: words.home, ...PICTURE },
    ],
  }
}
