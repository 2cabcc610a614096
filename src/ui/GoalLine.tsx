import './GoalLine.css'

const LINE = 'M4 12c40-8 70 8 110 0s80-8 110 0 50 2 72 0'

/** Progress towards a goal as a line of ink. The words beside it say the same, so screen readers pass over it. */
export function GoalLine({ count, goal }: { count: number; goal: number }) {
  const share = Math.max(0, Math.min(1, count / goal))
  return (
    <svg class="goal" viewBox="0 0 300 22" aria-hidden="true">
      <path class="goal-rest" d={LINE} />
      {share > 0 && <path class="goal-done" d={LINE} pathLength={100} stroke-dasharray={`${share * 100} 200`} />}
    </svg>
  )
}
