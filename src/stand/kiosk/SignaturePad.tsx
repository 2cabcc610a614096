import { useRef, useState } from 'preact/hooks'
import { DRAWN_WIDTH, MOST_STROKES, type Point, type Stroke } from '../../../protocol/drawn.ts'
import { formOf, number } from '../../i18n/counting.ts'
import { filled } from '../../i18n/filled.ts'
import { useLanguage, useWords } from '../../i18n/language.tsx'
import { standKioskWords } from '../../i18n/stand-kiosk.ts'
import { Button } from '../../ui/Button.tsx'
import { pathOf } from './ink.ts'
import { PAD_HEIGHT } from './pad-size.ts'
import type { StepProps } from './parts.ts'

/** A frame to sign in with a finger, a pen or a mouse. Who cannot or does not want to signs without. */
export function SignaturePad({ form, send }: StepProps) {
  const words = useWords(standKioskWords)
  const language = useLanguage()
  const { strokes } = form
  const draw = (drawn: readonly Stroke[]) => send({ type: 'draw', strokes: drawn })
  const pen = usePen((stroke) => {
    if (strokes.length < MOST_STROKES) draw([...strokes, stroke])
  })
  const state = strokes.length
    ? filled(formOf(language, strokes.length, words.strokes), { n: number(language, strokes.length) })
    : words.padEmpty
  return (
    <div class="kiosk-pad-room">
      <svg
        class={form.insisted && strokes.length === 0 ? 'kiosk-pad wrong' : 'kiosk-pad'}
        viewBox={`0 0 ${DRAWN_WIDTH} ${PAD_HEIGHT}`}
        role="img"
        aria-label={`${words.pad}. ${state}`}
        {...pen.handlers}
      >
        <path class="kiosk-pad-line" d={`M80 ${PAD_HEIGHT - 90}H${DRAWN_WIDTH - 80}`} />
        <path class="kiosk-ink" d={[...strokes, pen.stroke].map(pathOf).join('')} />
      </svg>
      <p class="unseen" role="status">
        {state}
      </p>
      {form.insisted && strokes.length === 0 && (
        <p class="field-error" role="alert">
          {words.drawOrNot}
        </p>
      )}
      <div class="row between">
        <Button kind="link" onClick={() => draw(strokes.slice(0, -1))}>
          {words.undo}
        </Button>
        <Button kind="link" onClick={() => draw([])}>
          {words.wipe}
        </Button>
      </div>
      <Button kind="quiet" onClick={() => send({ type: 'next', undrawn: true })}>
        {words.undrawn}
      </Button>
    </div>
  )
}

/** One finger at a time; a palm that comes down beside it draws nothing. */
function usePen(done: (stroke: Stroke) => void) {
  const [stroke, setStroke] = useState<Stroke>([])
  const pointer = useRef<number | null>(null)
  const drawn = useRef<Point[]>([])
  const take = (event: PointerEvent & { currentTarget: SVGSVGElement }) => {
    const frame = event.currentTarget.getBoundingClientRect()
    // A slow page gets several places in one event.
    const all = event.getCoalescedEvents?.() ?? []
    for (const { clientX, clientY } of all.length > 0 ? all : [event])
      drawn.current.push({
        x: Math.round(((clientX - frame.left) / frame.width) * DRAWN_WIDTH),
        y: Math.round(((clientY - frame.top) / frame.height) * PAD_HEIGHT),
      })
    setStroke([...drawn.current])
  }
  const end = (event: PointerEvent) => {
    if (event.pointerId !== pointer.current) return
    pointer.current = null
    done(drawn.current)
    drawn.current = []
    setStroke([])
  }
  return {
    stroke,
    handlers: {
      onPointerDown: (event: PointerEvent & { currentTarget: SVGSVGElement }) => {
        if (pointer.current !== null || event.button !== 0) return
        pointer.current = event.pointerId
        event.currentTarget.setPointerCapture(event.pointerId)
        take(event)
      },
      onPointerMove: (event: PointerEvent & { currentTarget: SVGSVGElement }) => {
        if (event.pointerId === pointer.current) take(event)
      },
      onPointerUp: end,
      onPointerCancel: end,
    },
  }
}
