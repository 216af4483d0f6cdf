import { expect, it } from 'vitest'
import type { EvidenceRecord } from '../../../../shared/contract/award-evidence.ts'
import { onePerRecord, recordKey } from './record-key.ts'

const lookBack = (uid: string, on: string) =>
  ({ source: 'task.lookback', on, record: { kind: 'rectification', uid } }) as unknown as EvidenceRecord

it('tells the look-backs of one task apart, and links the task once', () => {
  const records = [lookBack('a', '2026-11-20'), lookBack('b', '2026-11-18'), lookBack('a', '2026-11-13')]
  expect(new Set(records.map(recordKey)).size).toBe(3)
  expect(onePerRecord(records)).toEqual(records.slice(0, 2))
})
