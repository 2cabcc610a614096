import { describe, expect, it } from 'vitest'
import { CONSOLE_ROUTES } from '../../protocol/console-routes.ts'
import type { Route } from '../../protocol/route.ts'
import { NoAnswer, ServerRefusal } from '../../src/api.ts'
import { Session, type SessionState } from '../../src/console/session.ts'

const ESSI = { name: 'Essi', role: 'admin' as const, secondFactor: false, mustEnrol: false }

const loginNeeded = () => new ServerRefusal('login-needed', 401, null)

/** A server that answers in turn, an Error by failing. */
function sessionWith(...answers: unknown[]) {
  const asked: Route[] = []
  const states: SessionState['kind'][] = []
  const session = new Session(
    (state) => states.push(state.kind),
    async (route) => {
      asked.push(route)
      const answer = answers.shift()
      if (answer instanceof Error) throw answer
      return answer as never
    },
  )
  return { session, asked, states }
}

const afterAWhile = () => new Promise((resolve) => setTimeout(resolve))

describe('a session', () => {
  it('shows the login to a browser that has none, and the console to one that has', async () => {
    const stranger = sessionWith(loginNeeded())
    await stranger.session.check()
    expect(stranger.states).toEqual(['checking', 'out'])
    const known = sessionWith(ESSI)
    await known.session.check()
    expect(known.states).toEqual(['checking', 'in'])
  })

  it('does not take a dead network for a logout', async () => {
    const { session, states } = sessionWith(new NoAnswer('network', null))
    await session.check()
    expect(states).toEqual(['checking', 'failed'])
  })

  it('asks for a login when it ends under someone’s work, and then does what was asked', async () => {
    const { session, asked, states } = sessionWith(loginNeeded(), loginNeeded(), [], [])
    session.entered(ESSI)
    const first = session.call(CONSOLE_ROUTES.campaigns)
    const second = session.call(CONSOLE_ROUTES.campaigns)
    await afterAWhile()
    expect(states).toEqual(['in', 'expired'])
    session.entered(ESSI)
    expect(await Promise.all([first, second])).toEqual([[], []])
    expect(asked).toHaveLength(4)
  })

  it('gives up a call that waits for a login when it is cancelled', async () => {
    const { session } = sessionWith(loginNeeded())
    session.entered(ESSI)
    const cancel = new AbortController()
    const waiting = session.call(CONSOLE_ROUTES.campaigns, { signal: cancel.signal })
    await afterAWhile()
    cancel.abort()
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('passes every other refusal on', async () => {
    const { session, states } = sessionWith(new ServerRefusal('has-signatures', 409, null))
    session.entered(ESSI)
    await expect(session.call(CONSOLE_ROUTES.removeSample)).rejects.toMatchObject({ reason: 'has-signatures' })
    expect(states).toEqual(['in'])
  })

  it('knows at once that a second factor was set up', () => {
    const { session, states } = sessionWith()
    session.entered(ESSI)
    session.enrolled()
    expect([session.role, states]).toEqual(['admin', ['in', 'in']])
  })

  it('is left even when the server had ended it already, but not when the server was not reached', async () => {
    const ended = sessionWith(loginNeeded())
    ended.session.entered(ESSI)
    await ended.session.leave()
    expect(ended.states.at(-1)).toBe('out')
    const unreached = sessionWith(new NoAnswer('network', null))
    unreached.session.entered(ESSI)
    await expect(unreached.session.leave()).rejects.toThrow()
    expect(unreached.states.at(-1)).toBe('in')
  })
})
