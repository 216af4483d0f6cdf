import { MOST_EVIDENCE_OF_AWARD } from '../../../shared/contract/award-cards.ts'
import type { EvidenceRef } from '../../../shared/contract/award-evidence.ts'
import type { NewEvidence, RecordToLink } from '../../../shared/contract/award-steps.ts'
import { AppError } from '../../../shared/errors.ts'
import { isEvidenceOf } from '../award-evidence/index.ts'
import type { Call } from '../handlers.ts'
import { findRecord } from './award-records.ts'
import type { AwardRow } from './award-repository.ts'
import { getAwardKind } from './award-rules.ts'
import { nomineeIds } from './award-view.ts'
import { insertEvidence, listElsewhere, listEvidence, type OtherAward } from './evidence-repository.ts'

/** Puts evidence under its criterion; refused where it does not belong there, to the period or to this award alone. */
export function linkEvidence(call: Call, row: AwardRow, evidence: NewEvidence & { addedBy: number }): void {
  const { criterion, source, record, words, figure, unit, addedBy } = evidence
  const kind = getAwardKind(call.ports.content, row.kind)
  const of = kind.criteria.find(({ id }) => id === criterion)
  if (!of?.sources.includes(source))
    throw new AppError('invalid-input', 'evidenceOfOther', { fields: { criterion: 'evidenceOfOther' } })
  const known = listEvidence(call.database, row.id)
  if (known.length >= MOST_EVIDENCE_OF_AWARD) throw new AppError('not-allowed-now', 'evidenceTooMuch')
  if (record === null && !words) throw new AppError('invalid-input', 'required', { fields: { words: 'required' } })
  const on = record ? dayOfRecord(call, row, record) : evidence.on
  if (on < row.period_from || on > row.period_to) {
    throw new AppError('invalid-input', 'evidenceOutsidePeriod', { fields: { on: 'evidenceOutsidePeriod' } })
  }
  if (record && known.some((one) => one.criterion === criterion && one.record_uid === record.uid)) {
    throw new AppError('conflict', 'evidenceAlready')
  }
  insertEvidence(call.database, {
    ...{ uid: call.ports.ids.uid(call.now), award_id: row.id, criterion, source, on_day: on },
    ...{ record_kind: record?.kind ?? null, record_uid: record?.uid ?? null },
    ...{ words: words || null, figure: figure || null, unit: unit || null },
    ...{ added_by: addedBy, added_at: call.now },
  })
}

/** Nobody's mistake: something else has become of the record meanwhile. */
const LEFT_OUT = ['evidenceGone', 'evidenceOutsidePeriod', 'evidenceAlready', 'storyUsed']

/**
 * Each under the first criterion that takes its source; what may not be linked is left out. Refused where a record is of
 * somebody else: it was brought along for another nominee.
 */
export function linkRecords(call: Call, row: AwardRow, records: readonly RecordToLink[], addedBy: number): void {
  const { criteria } = getAwardKind(call.ports.content, row.kind)
  const nominees = nomineeIds(call, row)
  for (const { source, record, figure } of records) {
    if (row.subject_kind !== 'outlet' && !isEvidenceOf(call, record, nominees) && findRecord(call, record)) {
      throw new AppError('invalid-input', 'evidenceOfAnother', { fields: { nominee: 'evidenceOfAnother' } })
    }
    const criterion = criteria.find(({ sources }) => sources.includes(source))
    if (!criterion) continue
    const evidence = { criterion: criterion.id, source, record, words: null, figure, unit: null, on: row.period_to }
    try {
      linkEvidence(call, row, { ...evidence, addedBy })
    } catch (error) {
      if (!(error instanceof AppError) || !LEFT_OUT.includes(error.detail.reason)) throw error
    }
  }
}

/** Its day inside the period; refused where the record is gone, or already tells another award of the nominee's. */
function dayOfRecord(call: Call, row: AwardRow, record: EvidenceRef): string {
  const found = findRecord(call, record)
  if (!found) throw new AppError('not-found', 'evidenceGone')
  if (found.to < row.period_from || found.from > row.period_to) {
    throw new AppError('invalid-input', 'evidenceOutsidePeriod', { fields: { on: 'evidenceOutsidePeriod' } })
  }
  assertStoryUnused(call, row, record)
  return found.to < row.period_to ? found.to : row.period_to
}

/** One story, one award at a level: not the same record twice for the same nominee. */
export function assertStoryUnused(call: Call, row: AwardRow, record: EvidenceRef): void {
  const isSame = (other: OtherAward) =>
    other.subject_kind === row.subject_kind && other.staff_id === row.staff_id && other.team_name === row.team_name
  const other = listElsewhere(call.database, record, row).find(isSame)
  if (!other) return
  const { zh } = getAwardKind(call.ports.content, other.kind)
  throw new AppError('not-allowed-now', 'storyUsed', { params: { no: other.no ?? '', name: zh } })
}
