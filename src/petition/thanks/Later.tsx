// Kept by the worker once it was fetched, and not fetched ahead: it leads to what wants a network the first time.
import { Further } from './Further.tsx'
import { Install } from './Install.tsx'
import type { AfterProps } from './thanks-props.ts'

export const Later = (props: AfterProps) => (
  <>
    <Further {...props} />
    <Install />
  </>
)
