import type { Reporter, TestResult } from '@playwright/test/reporter'

/** Prints what a bench prints and nothing else, so that its output is JSON lines. */
export default class OnlyLines implements Reporter {
  printsToStdio(): boolean {
    return true
  }

  onStdOut(text: string | Buffer): void {
    process.stdout.write(text)
  }

  onStdErr(text: string | Buffer): void {
    process.stderr.write(text)
  }

  onTestEnd(_: unknown, { errors }: TestResult): void {
    for (const { message } of errors) process.stderr.write(`${message}\n`)
  }
}
