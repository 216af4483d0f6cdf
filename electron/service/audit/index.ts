export { type AuditVerdict, appendAuditEntry, verifyAuditChain } from './audit-chain.ts'
export { listAuditEntries } from './list-entries.ts'
