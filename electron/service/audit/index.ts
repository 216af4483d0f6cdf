export { type AuditVerdict, appendAuditEntry, verifyAuditChain } from './audit-chain.ts'
export { type Checkpoint, checkpointCode } from './checkpoint.ts'
export { compareChain, currentCheckpoint } from './compare-chain.ts'
export { listAuditEntries } from './list-entries.ts'
