import type { StandDevice } from '../../protocol/stand-routes.ts'
import { filled } from '../i18n/filled.ts'
import { missing, notHere, rangeWords, shortId } from './tablet-figures.ts'
import { useStandWords } from './use-stand-words.ts'

/** What there is to know of a tablet besides its figures; what wants a person comes in bold. */
export function TabletNotes({ device }: { device: StandDevice }) {
  const { said, counted, number, dayOf } = useStandWords()
  const { table } = said
  const ranges = rangeWords(device.neverArrived)
  const lost = missing(device)
  const notes: [tone: 'muted' | 'warned', text: string | null | false][] = [
    ['muted', shortId(device.device)],
    ['muted', device.enrolledAt && filled(table.enrolled, { day: dayOf(device.enrolledAt) })],
    ['warned', device.revokedAt && filled(table.revokedOn, { day: dayOf(device.revokedAt) })],
    ['warned', device.quarantined > 0 && counted(table.quarantined, device.quarantined)],
    ['warned', lost > 0 && filled(counted(table.missing, lost), { ranges })],
    ['muted', lost === 0 && notHere(device) > 0 && filled(counted(table.onTheWay, notHere(device)), { ranges })],
    ['warned', device.clonedSeq !== null && filled(table.cloned, { n: number(device.clonedSeq) })],
    ['warned', device.clonedSeq !== null && device.revokedAt === null && table.clonedDo],
    ['muted', device.told?.carrier ? table.carried : null],
  ]
  return (
    <ul class="plain tablet-notes">{notes.map(([tone, text]) => text && <li class={`small ${tone}`}>{text}</li>)}</ul>
  )
}
