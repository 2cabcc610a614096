import { useState } from 'preact/hooks'
import { toBase64url } from '../../../protocol/base64url.ts'
import { lowContrasts, luminance, readable, tokensOf } from '../../../protocol/contrast.ts'
import { picturePath } from '../../../protocol/picture-path.ts'
import { PICTURE_ROUTES } from '../../../protocol/picture-routes.ts'
import type { ThemeColours } from '../../../protocol/theme.ts'
import { Button } from '../../ui/Button.tsx'
import { Check } from '../../ui/Check.tsx'
import { Field } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useSession } from '../console-context.ts'
import { Failure } from '../Failure.tsx'
import { FilePicker } from '../FilePicker.tsx'
import { useAction } from '../use-action.ts'
import { useEditing, useEditorWords } from './editor-context.ts'
import { smallLogo } from './small-logo.ts'

/** As tokens.css has them. */
const OURS: ThemeColours = { accent: '#ffcb2e', night: '#17140f' }

/** Name, colours and logo, where the campaign does not look like Paraphe. */
export function LookPart() {
  const { said } = useEditorWords()
  const { content, put } = useEditing()
  const words = said.look
  const theme = content.theme ?? {}
  const { colours } = theme
  return (
    <>
      <p class="muted">{words.lead}</p>
      <fieldset class="text-pair">
        <legend class="field-label">{words.name}</legend>
        <div class="text-pair-row">
          {content.languages.map((language) => (
            <Field
              key={language}
              id={`edit-theme-name-${language}`}
              label={<span class="small">{said.languages[language as 'fr'] ?? language}</span>}
              value={theme.name?.[language] ?? ''}
              maxLength={40}
              autocomplete="off"
              onInput={({ currentTarget: { value } }) => {
                const name = { ...theme.name, [language]: value }
                put('theme/name', Object.values(name).some((it) => it !== '') ? name : undefined)
              }}
            />
          ))}
        </div>
      </fieldset>
      <Check
        id="edit-own-colours"
        checked={colours !== undefined}
        onChange={(own) => put('theme/colours', own ? OURS : undefined)}
      >
        {words.own}
      </Check>
      {colours && <Colours colours={colours} />}
      <Logo />
    </>
  )
}

function Colours({ colours }: { colours: ThemeColours }) {
  const { said } = useEditorWords()
  const { put } = useEditing()
  const words = said.look
  const low = lowContrasts(colours)
  return (
    <>
      <div class="console-pair">
        {(['accent', 'night'] as const).map((which) => (
          <Field key={which} id={`edit-colour-${which}`} label={words[which]}>
            {(wiring) => (
              <input
                {...wiring}
                type="color"
                value={colours[which]}
                onInput={(event) => put(`theme/colours/${which}`, event.currentTarget.value.toLowerCase())}
              />
            )}
          </Field>
        ))}
      </div>
      <Swatch colours={colours} />
      {low.length === 0 ? (
        <p role="status">{words.readable}</p>
      ) : (
        <Notice tone="warn" title={words.lowTitle} announce="polite">
          <ul>
            {low.map((it) => (
              <li key={it}>{words.low[it]}</li>
            ))}
          </ul>
          <p>{words.lowMeans}</p>
          <Nearest colours={colours} />
        </Notice>
      )}
    </>
  )
}

const Swatch = ({ colours }: { colours: ThemeColours }) => {
  const { said } = useEditorWords()
  const ink = tokensOf(colours, 'light')['--accent-ink']
  return (
    <p class="edit-swatch" style={{ background: colours.night }}>
      <span style={{ background: colours.accent, color: ink }}>{said.look.sample}</span>
    </p>
  )
}

/** Which way to go, and the colours at which one arrives. */
function Nearest({ colours }: { colours: ThemeColours }) {
  const { said } = useEditorWords()
  const { put } = useEditing()
  const words = said.look
  const found = readable(colours)
  const changed = (['accent', 'night'] as const).filter((it) => found[it] !== colours[it])
  return (
    <>
      <p>{words.todo}</p>
      <ul>
        {changed.map((it) => (
          <li key={it}>{words[luminance(found[it]) > luminance(colours[it]) ? 'lighter' : 'darker'][it]}</li>
        ))}
      </ul>
      <Swatch colours={found} />
      <Button kind="quiet" onClick={() => put('theme/colours', found)}>
        {words.take}
      </Button>
    </>
  )
}

function Logo() {
  const { said } = useEditorWords()
  const { content, put } = useEditing()
  const session = useSession()
  const action = useAction()
  const words = said.look
  const logo = content.theme?.logo

  const [problem, setProblem] = useState<'unreadable' | 'tooLarge' | null>(null)

  const bring = (file: File) =>
    action.run(async () => {
      setProblem(null)
      const small = await smallLogo(file).catch(() => undefined)
      if (!small) return setProblem(small === undefined ? 'unreadable' : 'tooLarge')
      const bytes = toBase64url(small)
      const parameters = { campaign: content.id }
      const put1 = await session.call(PICTURE_ROUTES.put, { parameters, body: { use: { for: 'logo' }, bytes } })
      const { picture, type, width, height } = put1
      put('theme/logo', { picture, type, width, height })
    })

  return (
    <div class="stack">
      <FilePicker
        id="edit-logo"
        label={words.logo}
        hint={words.logoHint}
        error={problem ? said.picture[problem] : undefined}
        onPick={(file) => file && bring(file)}
      />
      {action.busy && (
        <p role="status" class="muted">
          {said.picture.working}
        </p>
      )}
      {action.error !== null && <Failure error={action.error} />}
      {logo && (
        <>
          <img
            class="edit-logo"
            src={picturePath(logo.picture, logo.type)}
            width={logo.width}
            height={logo.height}
            alt=""
          />
          <Button kind="link" onClick={() => put('theme/logo', undefined)}>
            {words.logoRemove}
          </Button>
        </>
      )}
    </div>
  )
}
