import './Mark.css'

interface Props {
  large?: boolean
  /** Draws itself once, as a hand would; where motion is not wanted it simply stands there. */
  draws?: boolean
}

/** The paraphe: the flourish under a signature. An ornament, so screen readers pass over it. */
export const Mark = ({ large, draws }: Props) => (
  <svg class={`mark${large ? ' large' : ''}${draws ? ' draws' : ''}`} viewBox="0 0 92 44" aria-hidden="true">
    <path
      pathLength={1}
      d="M4 30C14 8 26 4 28 14S14 40 12 34 34 14 42 16s-6 22 4 20 12-20 20-18-4 18 6 16 14-6 18-10"
    />
    <path pathLength={1} d="M20 40c24-6 44-6 66-4" />
  </svg>
)
