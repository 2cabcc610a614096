// Pages beside signing, with their forms. They come when one is asked for, and the worker keeps them from then on.
import { ActPage } from '../pages/acts/ActPage.tsx'
import type { BesideProps } from '../pages/islands.ts'
import { ActForms } from './ActForms.tsx'

export { prepare } from './use-kept-act.ts'

export const ActRoom = (props: BesideProps) => <ActPage {...props} Form={ActForms} />
