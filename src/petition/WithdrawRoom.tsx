// The page for withdrawing, with its form; comes when it is asked for.
import type { BesideProps } from './pages/islands.ts'
import { WithdrawPage } from './pages/WithdrawPage.tsx'
import { WithdrawForm } from './WithdrawForm.tsx'

export const WithdrawRoom = (props: BesideProps) => <WithdrawPage {...props} Withdraw={WithdrawForm} />
