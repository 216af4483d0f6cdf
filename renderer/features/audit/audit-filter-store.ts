import { createStore } from 'zustand/vanilla'
import type { AuditRecord } from '../../../shared/messages/message-key.ts'
import { auditRecords } from '../../../shared/messages/zh-CN/auditRecords.ts'

/** Who writes entries without being a person on the roster. */
export const MACHINES = ['operator', 'system'] as const

/** Kinds of records that stand in entries: those that have a name. */
export const RECORDS = Object.keys(auditRecords) as AuditRecord[]

export interface AuditFilter {
  /** One of the machines, or the uid of a person. */
  actor: string | undefined
  from: string | null
  to: string | null
  procedure: string | undefined
  /** Kind of a record. */
  record: string | undefined
  page: number
  pageSize: number
}

export const NO_FILTER: Omit<AuditFilter, 'pageSize'> = {
  actor: undefined,
  from: null,
  to: null,
  procedure: undefined,
  record: undefined,
  page: 1,
}

export function createAuditFilterStore() {
  return createStore<AuditFilter>(() => ({ ...NO_FILTER, pageSize: 50 }))
}

export const auditFilterStore = createAuditFilterStore()

export function isFiltered({ actor, from, to, procedure, record }: AuditFilter): boolean {
  return actor !== undefined || from !== null || to !== null || procedure !== undefined || record !== undefined
}

/** As the service asks for it, without the page. */
export function criteriaOf({ actor, from, to, procedure, record }: AuditFilter) {
  return {
    ...(actor !== undefined && (MACHINES.some((name) => name === actor) ? { actor } : { actorUid: actor })),
    ...(from !== null && { from }),
    ...(to !== null && { to }),
    ...(procedure !== undefined && { procedure }),
    ...(record !== undefined && { record }),
  }
}
