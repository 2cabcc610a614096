import { render } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Campaign, CampaignContent } from '../../../protocol/campaign.ts'
import { lowContrasts } from '../../../protocol/contrast.ts'
import { themeRules } from '../../../protocol/theme-rules.ts'
import { learn } from '../../i18n/chapters.ts'
import { editorWords } from '../../i18n/console-editor.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { isLanguage, type Language, pathIn, splitPath } from '../../i18n/languages.ts'
import { publicWords } from '../../i18n/public.ts'
import { ActPage } from '../../petition/pages/acts/ActPage.tsx'
import { writable } from '../../petition/pages/offered.ts'
import { OverCase } from '../../petition/pages/over/OverCase.tsx'
import { placeAt } from '../../petition/pages/place.ts'
import { publishedIn } from '../../petition/pages/published.ts'
import { Site } from '../../petition/pages/Site.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Field } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { hrefOf } from '../place.ts'
import type { CampaignSummary } from '../use-campaigns.ts'
import { useEditing, useEditorWords } from './editor-context.ts'
import { useWidth } from './use-width.ts'

interface Props {
  campaign: CampaignSummary
  /** The page that is looked at, kept while other parts are written: `/`, `/p/joel-paredes`. */
  page: string
  onPage: (page: string) => void
}

/** The very page that everyone will see, drawn from the draft: its components, its styles, its width. */
export function PreviewPart({ campaign, page, onPage }: Props) {
  const { said, language: spoken } = useEditorWords()
  const { content } = useEditing()
  const words = said.preview
  const [language, setLanguage] = useState<Language>(spoken)
  const [width, setWidth] = useState<'phone' | 'desktop'>('phone')
  const drafted = { ...content, petitions: content.petitions.map((it) => ({ ...it, state: shown(it.state) })) }
  const shownCampaign: Campaign = { ...drafted, root: campaign.root, sealingKey: campaign.sealingKey }
  const pages = ['/', ...content.petitions.map((it) => `/p/${it.id}`), ...besides(drafted)]
  const nameOf = (path: string) => {
    const { acts } = publicWords[spoken]
    if (path === '/rejoindre') return acts.join
    if (path === '/contact') return acts.contact
    const person = content.petitions.find((it) => path.startsWith(`/p/${it.id}`))?.person || said.case.unnamed
    return path === '/' ? words.home : path.endsWith('/lettre') ? `${person} · ${acts.letter}` : person
  }
  const { colours } = content.theme ?? {}
  return (
    <>
      <p class="muted">{words.lead}</p>
      {colours && lowContrasts(colours).length > 0 && (
        <Notice tone="warn">
          <p>
            {words.lowContrast}{' '}
            <a href={hrefOf({ screen: 'edit', campaign: content.id, part: 'look' })}>{words.look}</a>
          </p>
        </Notice>
      )}
      <div class="edit-preview-choice">
        <Field id="preview-page" label={words.page}>
          {(wiring) => (
            <select {...wiring} value={page} onChange={(event) => onPage(event.currentTarget.value)}>
              {pages.map((it) => (
                <option key={it} value={it}>
                  {nameOf(it)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Choice
          name="preview-language"
          legend={words.language}
          options={[
            { value: 'fr', label: said.languages.fr },
            { value: 'en', label: said.languages.en },
          ]}
          value={language}
          onChange={setLanguage}
        />
        <Choice
          name="preview-width"
          legend={words.width}
          options={[
            { value: 'phone', label: words.phone },
            { value: 'desktop', label: words.desktop },
          ]}
          value={width}
          onChange={setWidth}
        />
      </div>
      <PageFrame
        campaign={shownCampaign}
        counts={campaign.counts}
        address={pathIn(language, pages.includes(page) ? page : '/')}
        width={width}
        onGo={(address) => {
          const went = splitPath(address)
          setLanguage(went.language)
          if (pages.includes(went.path)) onPage(went.path)
        }}
      />
    </>
  )
}

/** Letters that can be written, joining and contact. */
const besides = ({ petitions }: CampaignContent): string[] => [
  ...petitions.filter((it) => writable(it).length > 0).map((it) => `/p/${it.id}/lettre`),
  '/rejoindre',
  '/contact',
]

/** A case that is not shown yet is looked at as it would be, open. */
const shown = <State extends string>(state: State): State | 'open' => (state === 'draft' ? 'open' : state)

/** In CSS px: a common phone, and a desktop on which a page stands in two columns. */
const WIDTHS = { phone: 360, desktop: 1180 }
/** Of what is seen of the page at once. */
const HEIGHT = 740

interface FrameProps {
  campaign: Campaign
  counts: Record<string, number>
  address: string
  width: 'phone' | 'desktop'
  onGo: (address: string) => void
}

/**
 * A frame without an address of its own: it has the width that the styles ask about, our policy, and no script; this page draws into
 * it. An address could not be framed (frame-ancestors).
 */
function PageFrame({ campaign, counts, address, width, onGo }: FrameProps) {
  const { said } = useEditorWords()
  const frame = useRef<HTMLIFrameElement>(null)
  const [ready, setReady] = useState<Language | null>(null)
  const { language } = splitPath(address)
  const { box, width: room } = useWidth<HTMLDivElement>()
  // Whole, whatever room there is: a page that is cut off says nothing of how it looks.
  const scale = Math.min(1, (room ?? WIDTHS[width]) / WIDTHS[width])

  useEffect(() => {
    learn(language).then(() => setReady(language))
  }, [language])

  useEffect(() => {
    const inside = frame.current?.contentDocument
    if (!inside || ready !== language) return
    if (inside.head.childElementCount === 0) dress(inside, onGo)
    inside.documentElement.lang = language
    wear(inside, themeRules(campaign.theme))
    const data = publishedIn(placeAt(address, campaign), { campaign, counts })
    const islands = { Sign: FormHere, Beside: ActPage, Over: OverCase, origin: location.origin }
    render(<Site address={address} data={data} islands={islands} />, inside.body)
  })

  return (
    <div class="edit-preview" ref={box}>
      <iframe
        ref={frame}
        title={said.preview.frame}
        style={{ inlineSize: `${WIDTHS[width]}px`, blockSize: `${HEIGHT / scale}px`, transform: `scale(${scale})` }}
      />
    </div>
  )
}

function FormHere() {
  const language = useLanguage()
  return <p class="muted">{editorWords[language].preview.form}</p>
}

/** The theme's rules come after the styles' own, as on the page. Our policy lets a script make a stylesheet, and no text in the page. */
function wear(inside: Document, rules: string): void {
  const Sheet = (inside.defaultView as (Window & typeof globalThis) | null)?.CSSStyleSheet
  if (!Sheet || !('adoptedStyleSheets' in inside)) return
  const sheet = inside.adoptedStyleSheets[0] ?? new Sheet()
  sheet.replaceSync(rules)
  inside.adoptedStyleSheets = [sheet]
}

function dress(inside: Document, onGo: (address: string) => void): void {
  const schemes = document.querySelector('meta[name="color-scheme"]')
  if (schemes) inside.head.append(inside.importNode(schemes))
  for (const sheet of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    const link = inside.createElement('link')
    link.rel = 'stylesheet'
    link.href = sheet.href
    inside.head.append(link)
  }
  // In the capture: no link of the page may leave it, and no router of ours may hear of it.
  const stay = (event: Event) => {
    const link = (event.target as Element | null)?.closest?.('a')
    if (!link) return
    const href = link.getAttribute('href') ?? ''
    if (href.startsWith('#')) return
    event.preventDefault()
    event.stopPropagation()
    if (href.startsWith('/') && isLanguage(splitPath(href).language)) onGo(href)
  }
  inside.addEventListener('click', stay, true)
  inside.addEventListener('auxclick', stay, true)
}
