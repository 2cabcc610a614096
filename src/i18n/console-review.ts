import { en } from './en/console-review.ts'
import { fr, type ReviewWords } from './fr/console-review.ts'
import type { Words } from './languages.ts'

export const reviewWords: Words<ReviewWords> = { fr, en }
