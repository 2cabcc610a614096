// The page of what this device holds; comes when it is asked for.
import { OutboxScreen } from '../outbox/OutboxScreen.tsx'
import { OutboxPage } from './pages/OutboxPage.tsx'

export const OutboxRoom = () => <OutboxPage Outbox={OutboxScreen} />
