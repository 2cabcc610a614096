import { en } from './en/outbox-screen.ts'
import { fr, type OutboxScreenWords } from './fr/outbox-screen.ts'
import type { Words } from './languages.ts'

export const outboxScreenWords: Words<OutboxScreenWords> = { fr, en }
