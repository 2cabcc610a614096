import { EventEmitter } from 'node:events'
import { describe, expect, test } from 'vitest'
import { askPassphrase } from '../../cli/ask-passphrase.ts'

class Terminal extends EventEmitter {
  readonly isTTY = true
  raw: boolean[] = []
  setRawMode(on: boolean) {
    this.raw.push(on)
    return this
  }
  resume() {
    return this
  }
  pause() {
    return this
  }
}

const typing = async (...keys: (string | Buffer)[]) => {
  const input = new Terminal()
  let shown = ''
  const write = (text: string | Uint8Array): boolean => {
    shown += text
    return true
  }
  const asked = askPassphrase(input as never, { write })
  for (const key of keys) input.emit('data', Buffer.from(key as string))
  const phrase = await asked.finally(() => expect(input.raw).toEqual([true, false]))
  return { phrase, shown }
}

describe('a passphrase on the terminal', () => {
  test('is not shown, and ends with Enter', async () => {
    const { phrase, shown } = await typing('six mots', ' à ', 'dire\r', 'et la suite')
    expect(phrase).toBe('six mots à dire')
    expect(shown).toBe('Passphrase of the key file (not shown): \n')
  })

  test('can be corrected, letter by letter or as a whole, and may come in pieces of a letter', async () => {
    const accent = Buffer.from('é')
    expect((await typing('faux\u0015', 'clx\u007f', accent.subarray(0, 1), accent.subarray(1), '\n')).phrase).toBe(
      'clé',
    )
  })

  test('is given up with Ctrl-C', () => expect(typing('six\u0003')).rejects.toThrow('Stopped: nothing was written.'))
  test('is asked for in vain where nothing is typed', () => expect(typing('\r')).rejects.toThrow('No passphrase'))
})
