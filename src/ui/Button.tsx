import type { ButtonHTMLAttributes, ComponentChildren } from 'preact'
import './Button.css'

interface Look {
  kind?: 'main' | 'quiet' | 'link'
  /** For a tablet held out to people in the street. */
  large?: boolean
  children: ComponentChildren
}

type Props = Look &
  Pick<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'onClick' | 'id' | 'form' | 'name' | 'value'> & {
    /** Words for what is going on. While they stand here the button keeps its focus and does nothing. */
    busy?: string | undefined
    'aria-describedby'?: string | undefined
    'aria-expanded'?: boolean | undefined
    'aria-controls'?: string | undefined
  }

const classes = (kind: string, large?: boolean) => `button ${kind}${large ? ' large' : ''}`

export function Button({ kind = 'main', large, busy, type = 'button', onClick, children, ...rest }: Props) {
  return (
    <button
      {...rest}
      type={busy === undefined ? type : 'button'}
      class={classes(kind, large)}
      aria-disabled={busy === undefined ? undefined : true}
      onClick={busy === undefined ? onClick : undefined}
    >
      {busy === undefined ? children : <span role="status">{busy}</span>}
    </button>
  )
}

type LinkProps = Look & {
  href: string
  id?: string
  target?: string
  rel?: string
  download?: string
  hreflang?: string
  lang?: string
  onClick?: (event: MouseEvent) => void
}

/** A link that looks like a button: it goes somewhere, and works without JavaScript. */
export function ButtonLink({ kind = 'main', large, children, ...rest }: LinkProps) {
  return (
    <a {...rest} class={classes(kind, large)}>
      {children}
    </a>
  )
}
