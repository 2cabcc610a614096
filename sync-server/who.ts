import type { Coordinator } from '../protocol/console-routes.ts'
import type { Role } from '../protocol/roles.ts'
import type { Store } from './store/store.ts'

/** A coordinator as their own console sees them. */
export async function viewOf(
  store: Store,
  { name, role, enrolled }: { name: string; role: Role; enrolled: boolean },
): Promise<Coordinator> {
  return { name, role, secondFactor: enrolled, mustEnrol: !enrolled && (await store.secondFactorRequired()) }
}
