import { expect, test } from 'vitest'
import { isLoopback } from '../../protocol/loopback.ts'

test.each(['localhost', 'paraphe.localhost', '127.0.0.1', '127.255.0.9', '::1', '[::1]'])(
  '%s is this machine',
  (host) => {
    expect(isLoopback(host)).toBe(true)
  },
)

test.each(['petitions.example', 'localhost.example', '127.example', '128.0.0.1', '192.168.1.2', '::2', ''])(
  '%s may be another one',
  (host) => {
    expect(isLoopback(host)).toBe(false)
  },
)
