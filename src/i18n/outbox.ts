import { en } from './en/outbox.ts'
import { fr, type OutboxWords } from './fr/outbox.ts'
import type { Words } from './languages.ts'

export const outboxWords: Words<OutboxWords> = { fr, en }
