import type { ConsoleWords } from '../i18n/fr/console.ts'
import { WorkerProblem } from './worker-line.ts'

type Sentences = ConsoleWords['keyProblem']

/** Why a key file was not opened, in words. Whatever has no word of its own failed in this browser. */
export function keyProblemWords(error: unknown, sentences: Sentences): string {
  const problem = error instanceof WorkerProblem ? error.problem : 'failed'
  return Object.hasOwn(sentences, problem) ? sentences[problem as keyof Sentences] : sentences.failed
}
