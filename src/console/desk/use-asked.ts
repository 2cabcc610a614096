import { useEffect, useState } from 'preact/hooks'

/** What a worker answers, asked again when one of `when` changes; null until the first answer has come. The last answer stays meanwhile. */
export function useAsked<T>(ask: () => Promise<T>, when: readonly unknown[]): T | null {
  const [answer, setAnswer] = useState<T | null>(null)
  useEffect(() => {
    let there = true
    // A worker that was ended takes the screen along.
    ask().then(
      (it) => there && setAnswer(it),
      () => {},
    )
    return () => {
      there = false
    }
  }, when)
  return answer
}
