import type { EvidenceRecord } from '../../../../shared/contract/award-evidence.ts'

/** One task has several look-backs, each on its day. */
export const recordKey = ({ source, record, on }: Pick<EvidenceRecord, 'source' | 'record' | 'on'>) =>
  `${source}/${record.uid}/${on}`

/** What can be linked together: under one criterion a record stands once. */
export function onePerRecord(records: readonly EvidenceRecord[]): EvidenceRecord[] {
  const isFirst = (one: EvidenceRecord) => records.find(({ record }) => record.uid === one.record.uid) === one
  return records.filter(isFirst)
}
