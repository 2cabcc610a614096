import { describe, expect, it } from 'vitest'
import { ROLES } from '../../protocol/roles.ts'
import { serverKeeper } from '../../src/console/desk/keeper.ts'
import { Session } from '../../src/console/session.ts'
import { StationKeeper } from '../../src/console/station/station-keeper.ts'

describe('withdrawing for the person who asks', () => {
  it.each(ROLES)('is offered to %s as their role allows', (role) => {
    const session = new Session(() => {})
    const keeper = serverKeeper(session, 'droits-2024')
    expect(keeper.mayWithdraw, 'nobody is logged in').toBe(false)
    session.entered({ name: 'Essi', role, secondFactor: false, mustEnrol: false })
    expect(keeper.mayWithdraw).toBe(role === 'admin')
  })

  it('is offered at the station, where nobody logs in', () => {
    expect(new StationKeeper('droits-2024', '2026-11-25T08:00:00.000Z').mayWithdraw).toBe(true)
  })
})
