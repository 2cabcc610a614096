// What a coordinator may do. An admin may everything; an editor writes campaigns and hands out stands; an exporter opens what came in.

export const ROLES = ['admin', 'editor', 'exporter'] as const

export type Role = (typeof ROLES)[number]
