interface Props {
  term: string
  value: string
  note?: string
  /** The value is words and not a number. */
  words?: boolean
}

/** One figure of a `<dl class="console-tiles">`. */
export const Tile = ({ term, value, note, words }: Props) => (
  <div class="tile console-tile">
    <dt class="small muted">{term}</dt>
    <dd class={words ? 'console-value' : 'console-number'}>{value}</dd>
    {note && <dd class="small muted">{note}</dd>}
  </div>
)
