export { type AuditVerdict, appendAuditEntry, verifyAuditChain } from './audit-chain.ts'
