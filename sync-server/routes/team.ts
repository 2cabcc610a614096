import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Invitation, Team } from '../../protocol/team-routes.ts'
import { MOST_AUDIT_LINES, TEAM_ROUTES } from '../../protocol/team-routes.ts'
import { note } from '../audit.ts'
import { DAY_MS, LINK_DAYS } from '../link-days.ts'
import { orRefuse, Refusal } from '../refusal.ts'
import { newSecret, secretHash } from '../secrets.ts'
import { parameter, queried, serve } from '../serve.ts'
import { callerOf } from '../sessions.ts'
import type { Store } from '../store/store.ts'
import type { InvitationRecord } from '../store/team-store.ts'
import { iso, personView } from '../team-view.ts'

interface TeamOptions {
  store: Store
  now: () => number
}

/** Who coordinates, and what the audit log says, in the coordinators' room. */
export function teamRoutes(room: FastifyInstance, { store, now }: TeamOptions): void {
  const viewFor = async (request: FastifyRequest): Promise<Team> => {
    const { people, invitations, left, keysBefore } = await store.team()
    return {
      people: people.map((it) => personView(it, callerOf(request))),
      invitations: invitations.map(invitationView),
      secondFactorRequired: await store.secondFactorRequired(),
      left: left && { name: left.name, at: iso(left.at) },
      keysBefore,
    }
  }

  async function link(request: FastifyRequest, role: Invitation['role'], person: string | null) {
    const token = newSecret()
    const { name: madeBy } = callerOf(request)
    const expiresAt = now() + LINK_DAYS * DAY_MS
    const made = orRefuse(await store.invite({ tokenHash: secretHash(token), role, person, madeBy, expiresAt }))
    note(request, { about: made.name ?? made.role })
    return { token, invitation: invitationView(made) }
  }

  serve(room, TEAM_ROUTES.team, async (_, request) => viewFor(request))

  serve(room, TEAM_ROUTES.invite, async ({ role }, request) => link(request, role, null))

  serve(room, TEAM_ROUTES.linkFor, async (_, request) => link(request, 'editor', parameter(request, 'person')))

  serve(room, TEAM_ROUTES.withdrawInvitation, async (_, request) => {
    if (!(await store.withdrawInvitation(parameter(request, 'invitation')))) throw new Refusal('not-found')
    return viewFor(request)
  })

  serve(room, TEAM_ROUTES.changeRole, async ({ role }, request) => {
    const { name } = orRefuse(await store.changeRole(parameter(request, 'person'), role))
    note(request, { about: `${name} ${role}` })
    return viewFor(request)
  })

  serve(room, TEAM_ROUTES.remove, async (_, request) => {
    const { name } = orRefuse(await store.removePerson(parameter(request, 'person')))
    note(request, { about: name })
    return viewFor(request)
  })

  serve(room, TEAM_ROUTES.endSession, async (_, request) => {
    if (!(await store.endOneSession(parameter(request, 'session'), null))) throw new Refusal('not-found')
    return viewFor(request)
  })

  serve(room, TEAM_ROUTES.requireSecondFactor, async ({ required }, request) => {
    if (required && !callerOf(request).enrolled) throw new Refusal('enrol-first')
    await store.requireSecondFactor(required)
    note(request, { about: required ? 'yes' : 'no' })
    return viewFor(request)
  })

  serve(room, TEAM_ROUTES.journal, async (_, request) => {
    const [before, who, what] = ['before', 'who', 'what'].map((it) => queried(request, it))
    const size = Number(queried(request, 'size') ?? '50')
    if (!Number.isInteger(size) || size < 1 || size > MOST_AUDIT_LINES) throw new Refusal('not-this-shape')
    const page = await store.auditPage({
      size,
      ...(before ? { before } : {}),
      ...(who ? { who } : {}),
      ...(what ? { what } : {}),
    })
    if (!page) throw new Refusal('not-this-shape')
    const entries = page.entries.map((it) => ({ ...it, at: iso(it.at) }))
    return { entries, next: page.next, people: await store.auditPeople() }
  })
}

const invitationView = ({ id, role, name, madeBy, expiresAt }: InvitationRecord): Invitation => ({
  id,
  role,
  name,
  madeBy,
  expiresAt: iso(expiresAt),
})
