import './Icon.css'

const PATHS = {
  lock: 'M6 11h12v9H6zM8 11V8a4 4 0 0 1 8 0v3',
  phone: 'M8 3h8v18H8zM11 18h2',
  share: 'M12 15V4M8 8l4-4 4 4M5 13v7h14v-7',
  check: 'm5 13 4 4L19 7',
  back: 'M20 12H5M11 6l-6 6 6 6',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
} as const

/** A small line drawing beside words that say the same. */
export const Icon = ({ name }: { name: keyof typeof PATHS }) => (
  <svg class={name === 'back' ? 'icon back' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
    <path d={PATHS[name]} />
  </svg>
)
