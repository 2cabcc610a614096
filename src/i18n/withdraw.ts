import { en } from './en/withdraw.ts'
import { fr, type WithdrawWords } from './fr/withdraw.ts'
import type { Words } from './languages.ts'

export const withdrawWords: Words<WithdrawWords> = { fr, en }
