import type { ProcedureMeta } from '../../shared/contract/procedure.ts'
import { PROCEDURES } from '../../shared/contract/procedure-table.ts'
import type { Role } from '../../shared/roles.ts'

/** What the contract says of the procedure at a path; undefined for a path it does not know. */
export function metaOf([feature = '', name = '']: readonly unknown[]): ProcedureMeta | undefined {
  const procedures = Object.hasOwn(PROCEDURES, String(feature)) ? PROCEDURES[String(feature)] : undefined
  return procedures && Object.hasOwn(procedures, String(name)) ? procedures[String(name)] : undefined
}

/** Whether a role may call it, as the contract says. */
export function mayCall(role: Role, feature: string, name: string): boolean {
  const roles = metaOf([feature, name])?.roles
  return roles === 'public' || (roles?.includes(role) ?? false)
}
