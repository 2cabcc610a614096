import { StringDecoder } from 'node:string_decoder'
import type { ReadStream, WriteStream } from 'node:tty'
import { PlainError } from '../sync-server/plain-error.ts'

// A passphrase never stands among a program's words or in its environment, where every process of the machine may read it.

/** More is no passphrase, and must not fill the memory. */
const MOST_BYTES = 4096

const ENTER = new Set(['\r', '\n'])
const CTRL_C = '\u0003'
const CTRL_D = '\u0004'
const CTRL_U = '\u0015'
const ERASE = new Set(['\u007f', '\b'])

type Input = Pick<ReadStream, 'isTTY' | 'setRawMode' | 'on' | 'off' | 'resume' | 'pause'> & AsyncIterable<Buffer>

/**
 * Asks on the terminal without showing what is typed; where the input is a pipe, its first line is the passphrase.
 * @throws PlainError where nothing was typed, or Ctrl-C was.
 */
export async function askPassphrase(input: Input, output: Pick<WriteStream, 'write'>): Promise<string> {
  const phrase = input.isTTY ? await typed(input, output) : await piped(input)
  if (phrase === '') throw new PlainError('No passphrase was given.')
  return phrase
}

async function piped(input: Input): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of input) {
    chunks.push(chunk)
    bytes += chunk.length
    if (chunk.includes(10)) break
    if (bytes > MOST_BYTES) throw new PlainError('That is too long for a passphrase.')
  }
  return Buffer.concat(chunks).toString('utf8').split(/\r?\n/)[0] ?? ''
}

function typed(input: Input, output: Pick<WriteStream, 'write'>): Promise<string> {
  output.write('Passphrase of the key file (not shown): ')
  input.setRawMode(true)
  input.resume()
  return new Promise((resolve, reject) => {
    const decoder = new StringDecoder('utf8')
    let letters: string[] = []
    const end = (settle: () => void) => {
      input.off('data', take)
      input.setRawMode(false)
      input.pause()
      output.write('\n')
      settle()
    }
    const take = (chunk: Buffer) => {
      for (const letter of decoder.write(chunk)) {
        if (ENTER.has(letter) || letter === CTRL_D) return end(() => resolve(letters.join('')))
        if (letter === CTRL_C) return end(() => reject(new PlainError('Stopped: nothing was written.')))
        if (letter === CTRL_U) letters = []
        else if (ERASE.has(letter)) letters.pop()
        else if (letters.length < MOST_BYTES) letters.push(letter)
      }
    }
    input.on('data', take)
  })
}
