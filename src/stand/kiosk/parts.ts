// What the screens of the loop are given.
import type { Campaign } from '../../../protocol/campaign.ts'
import type { FieldName } from '../../petition/sign.ts'
import type { Form, KioskEvent } from '../kiosk.ts'
import type { Setting } from './steps.ts'

export type Send = (event: KioskEvent) => void

export interface StepProps {
  setting: Setting
  form: Form
  send: Send
  /** The words beside a field, while there is something to mend. */
  error: (name: FieldName) => string | undefined
}

/** The cases that may be signed here, as their campaign tells them. */
export const casesOf = ({ campaign, petitions }: Setting): Campaign['petitions'] =>
  campaign.petitions.filter((it) => petitions.includes(it.id))
