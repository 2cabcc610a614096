// All pages that come with words of their own, for the server, which draws any page.
import { ActPage } from './acts/ActPage.tsx'
import type { BesideProps } from './islands.ts'
import { NowherePage } from './NowherePage.tsx'
import { OutboxPage } from './OutboxPage.tsx'
import { WithdrawPage } from './WithdrawPage.tsx'

export function BesidePages(props: BesideProps) {
  const { name } = props.placed.place
  if (name === 'withdraw') return <WithdrawPage {...props} />
  if (name === 'outbox') return <OutboxPage />
  if (name === 'home' || name === 'not-found') return <NowherePage {...props} />
  return <ActPage {...props} />
}
