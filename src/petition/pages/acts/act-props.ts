// What the pages of letters, joining and contact give to the form that comes alive in them.
import type { ComponentType } from 'preact'
import type { Campaign } from '../../../../protocol/campaign.ts'
import type { Petition } from '../../../../protocol/petition.ts'
import type { BesideProps } from '../islands.ts'

export type ActName = 'letter' | 'join' | 'contact'

export type ActFormProps =
  | { name: 'letter'; campaign: Campaign; petition: Petition }
  | { name: 'join' | 'contact'; campaign: Campaign; petition?: undefined }

export interface ActPageProps extends BesideProps {
  /** Absent on the server. */
  Form?: ComponentType<ActFormProps>
}
