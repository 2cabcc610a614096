/** The key that does the same as a button. The line below the buttons says it to whoever does not see this. */
export const KeyHint = ({ of }: { of: string }) => (
  <kbd class="desk-key" aria-hidden>
    {of.toUpperCase()}
  </kbd>
)
