// What a coordinator may do. An admin may everything; an editor writes campaigns and hands out stands; an exporter opens what came in.

export const ROLES = ['admin', 'editor', 'exporter'] as const

export type Role = (typeof ROLES)[number]

/** For routes that every coordinator may call. */
export const EVERYONE = ROLES

/** Whether a coordinator of this role may call the route. One that names no roles is for admins: forgetting opens nothing. */
export const mayCall = (role: Role, { roles = [] }: { roles?: readonly Role[] }): boolean =>
  role === 'admin' || roles.includes(role)
