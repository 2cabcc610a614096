import { filled } from '../../i18n/filled.ts'

/** Where the words are read out: at the beginning, and near the end. A voice that counts each second says nothing else. */
const SPOKEN = [60, 15, 10, 5]

/** Seconds until everything is forgotten, as a ring and in words. `sentence` has a place for `{n}`. */
export function Countdown({ sentence, seconds, of }: { sentence: string; seconds: number; of: number }) {
  const said = SPOKEN.find((it) => it <= of && seconds >= it - 2 && seconds <= it)
  return (
    <div class="kiosk-countdown">
      <svg viewBox="0 0 40 40" aria-hidden="true">
        <circle cx="20" cy="20" r="17" />
        <circle
          class="kiosk-countdown-rest"
          cx="20"
          cy="20"
          r="17"
          pathLength={100}
          stroke-dasharray={`${(seconds / of) * 100} 200`}
        />
      </svg>
      <p aria-hidden="true">{filled(sentence, { n: String(seconds) })}</p>
      <p class="unseen" role="status">
        {said !== undefined && filled(sentence, { n: String(said) })}
      </p>
    </div>
  )
}
