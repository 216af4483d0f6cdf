import { ROLES, type Role } from '../../shared/roles.ts'

export type { Role }

export const READER_ROLES: readonly Role[] = ROLES
export const STAFF_ROLES: readonly Role[] = ['outlet-head', 'ops-supervisor', 'lobby-manager', 'teller']
export const LEAD_ROLES: readonly Role[] = ['outlet-head', 'ops-supervisor', 'lobby-manager']
export const HEAD_ROLES: readonly Role[] = ['outlet-head']
export const REPORT_ROLES: readonly Role[] = [...LEAD_ROLES, 'branch-lead', 'auditor']
