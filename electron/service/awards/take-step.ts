import type { AwardEvent } from '../../../shared/contract/award-cards.ts'
import type { AwardState } from '../../../shared/contract/awards.ts'
import { STAFF } from '../../../shared/contract/procedure.ts'
import { type AwardActor, type AwardNeed, refusalOfStep } from '../../../shared/domain/award-steps.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Call } from '../handlers.ts'
import { type AwardRow, type StateColumns, setState } from './award-repository.ts'
import { getAwardKind, readAwardTransitions } from './award-rules.ts'
import { nomineeIds } from './award-view.ts'
import { insertEvent } from './trail-repository.ts'

const REASON_OF_NEED: Record<AwardNeed, string> = {
  evidence: 'awardNeedsEvidence',
  'gates-checked': 'awardNeedsGates',
  scores: 'awardNeedsScores',
  reason: 'required',
  answer: 'required',
  'publicity-over': 'awardStillPublic',
}

/** Everything the caller is to this award. */
export function actorsOf({ actor }: Call, row: AwardRow): AwardActor[] {
  const { role, staffId } = actor
  return [
    ...(STAFF.some((one) => one === role) ? (['any-staff'] as const) : []),
    ...(role === 'outlet-head' || role === 'system' || role === 'branch-lead' ? [role] : []),
    ...(staffId !== null && staffId === row.nominator ? (['nominator'] as const) : []),
  ]
}

/** Somebody else changed it meanwhile: what the caller saw is not what is there. */
export function assertCurrent(row: AwardRow, basedOn: number): void {
  if (row.revision !== basedOn) throw new AppError('conflict', 'awardChanged')
}

/** Nobody decides on an award of their own. */
export function assertNotOwn(call: Call, row: AwardRow): void {
  const { staffId } = call.actor
  if (row.subject_kind === 'person' && staffId !== null && nomineeIds(call, row).includes(staffId)) {
    throw new AppError('forbidden', 'awardOfOneself')
  }
}

export interface Step {
  to: AwardState
  act: AwardEvent['act']
  has: Partial<Record<AwardNeed, boolean>>
  reason?: string | null
  columns?: StateColumns
  /** Nothing says who, and of the time only the day: the instant it began. */
  unnamedSince?: number
}

/** Along the transitions of the data file, or not at all. Leaves an event of the trail. */
export function takeStep(call: Call, row: AwardRow, step: Step): void {
  const { to, act, has, reason = null, columns = {}, unnamedSince } = step
  const transitions = readAwardTransitions(call.ports.content)
  const refusal = refusalOfStep(transitions, { from: row.state, to }, actorsOf(call, row), has)
  if (refusal?.kind === 'state') throw new AppError('conflict', 'awardStepGone')
  if (refusal?.kind === 'actor') throw new AppError('forbidden', 'awardStepOfOthers')
  if (refusal?.kind === 'need') {
    const key = REASON_OF_NEED[refusal.need]
    if (key === 'required') throw new AppError('invalid-input', 'invalidInput', { fields: { [refusal.need]: key } })
    throw new AppError('not-allowed-now', key)
  }
  setState(call.database, row, { state: to, since: unnamedSince ?? call.now, ...columns })
  insertEvent(call.database, row.id, {
    ...{ act, from_state: row.state, to_state: to, reason, on: call.today, detail: null },
    by: unnamedSince === undefined ? call.actor.staffId : null,
    at: unnamedSince === undefined ? call.now : null,
  })
  tell(call, row, to)
}

/** To the audit: which award went where. Whom it is about stands in the award, under its own rules of who sees it. */
export function tell(call: Call, row: AwardRow, state: AwardState = row.state): void {
  const { zh } = getAwardKind(call.ports.content, row.kind)
  call.changed({
    record: 'award',
    uid: row.uid,
    before: { no: row.no, state: row.state },
    after: { no: row.no, name: zh, state },
  })
}
