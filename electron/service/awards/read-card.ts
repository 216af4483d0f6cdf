import { z } from 'zod'
import type {
  AwardAct,
  AwardCard,
  AwardEvent,
  AwardEvidence,
  AwardObjection,
} from '../../../shared/contract/award-cards.ts'
import { refusalOfStep } from '../../../shared/domain/award-steps.ts'
import type { Call } from '../handlers.ts'
import { staffRefs } from '../people/index.ts'
import { readGates } from './award-gates.ts'
import { findRecord } from './award-records.ts'
import type { AwardRow, SeenAward } from './award-repository.ts'
import { readAwardTransitions } from './award-rules.ts'
import { readSum, reviewersNeeded } from './award-sums.ts'
import { contractAward, getSeenAward, isPublicityOver, nomineeIds } from './award-view.ts'
import { listElsewhere, listEvidence } from './evidence-repository.ts'
import { listReviewers, listScores, type ReviewerRow } from './review-repository.ts'
import { actorsOf } from './take-step.ts'
import { listEvents, listObjections, listRewards } from './trail-repository.ts'

const Correction = z.object({ before: z.string(), after: z.string() })
const PUBLIC = ['publicised', 'objected', 'granted', 'revoked']
const ALL_NEEDS = { evidence: true, 'gates-checked': true, scores: true, reason: true, answer: true }

/** One award with everything the caller may see of it. */
export function readAwardCard(call: Call, uid: string): AwardCard {
  const row = getSeenAward(call, uid)
  const { role, staffId } = call.actor
  const isHead = role === 'outlet-head'
  const isInspecting = isHead || role === 'auditor' || role === 'branch-lead' || role === 'operator'
  const reviewers = listReviewers(call.database, row.id)
  const mine = reviewers.find(({ staff_id }) => staff_id === staffId)
  const refs = staffRefs(call.database)
  const objections = listObjections(call.database, row.id)
  return {
    award: contractAward(call, row),
    evidence: evidenceOf(call, row),
    gates: isHead ? readGates(call, row) : [],
    reviewers: reviewers
      .filter((one) => isInspecting || one === mine)
      .map(({ staff_id, is_relative, handed_in_at }) => ({
        person: refs.get(staff_id) ?? { uid: '', name: '' },
        isRelative: is_relative === null ? null : is_relative === 1,
        hasHandedIn: handed_in_at !== null,
      })),
    reviewersNeeded: reviewersNeeded(call, row),
    mine: mine ? ownSheet(call, row, mine) : null,
    sum: maySeeSum(row, isInspecting, mine) ? readSum(call, row, isInspecting) : null,
    tieReason: row.tie_reason,
    decision:
      row.decision_reference !== null && row.decision_on !== null
        ? { reference: row.decision_reference, on: row.decision_on }
        : null,
    objections: objections
      .filter(({ staff_id }) => isHead || role === 'auditor' || (staff_id !== null && staff_id === staffId))
      .map(
        (one): AwardObjection => ({
          ...{ uid: one.uid, words: one.words, receivedOn: one.received_on, dueOn: one.due_on, answer: one.answer },
          by: refs.get(one.staff_id ?? 0)?.name ?? null,
          isUpheld: one.is_upheld === null ? null : one.is_upheld === 1,
          answeredBy: refs.get(one.answered_by ?? 0)?.name ?? null,
          answeredAt: one.answered_at,
        }),
      ),
    objectionCount: objections.length,
    events: eventsOf(call, row),
    rewards: listRewards(call.database, row.id).map(({ noted_by, ...reward }) => ({
      ...reward,
      notedBy: refs.get(noted_by ?? 0)?.name ?? '',
    })),
    acts: actsOf(call, row, mine),
  }
}

/** While the review runs nobody sees others' sheets before handing in an own one. */
function maySeeSum({ state }: AwardRow, isInspecting: boolean, mine: ReviewerRow | undefined): boolean {
  if (PUBLIC.includes(state)) return isInspecting || mine !== undefined
  const isOwing = mine !== undefined && mine.is_relative !== 1 && mine.handed_in_at === null
  return isInspecting && !isOwing
}

function ownSheet(call: Call, row: AwardRow, { staff_id, is_relative, handed_in_at }: ReviewerRow) {
  return {
    isRelative: is_relative === null ? null : is_relative === 1,
    hasHandedIn: handed_in_at !== null,
    scores: listScores(call.database, row.id)
      .filter((one) => one.staff_id === staff_id)
      .map(({ criterion, points, note }) => ({ criterion, points, note })),
  }
}

function evidenceOf(call: Call, row: AwardRow): AwardEvidence[] {
  const refs = staffRefs(call.database)
  return listEvidence(call.database, row.id).map((one) => {
    const record =
      one.record_kind !== null && one.record_uid !== null ? { kind: one.record_kind, uid: one.record_uid } : null
    const found = record ? findRecord(call, record) : null
    return {
      ...{ uid: one.uid, criterion: one.criterion, source: one.source, record, words: one.words, on: one.on_day },
      ...{ figure: one.figure, unit: one.unit, addedAt: one.added_at },
      title: found?.title ?? null,
      within: found?.within ?? null,
      addedBy: refs.get(one.added_by)?.name ?? '',
      alsoIn: record ? listElsewhere(call.database, record, row).map(({ uid, no, kind }) => ({ uid, no, kind })) : [],
    }
  })
}

function eventsOf(call: Call, row: AwardRow): AwardEvent[] {
  const refs = staffRefs(call.database)
  return listEvents(call.database, row.id).map(({ act, from_state, to_state, by, on, at, reason, detail }) => {
    const correction = detail === null ? null : Correction.parse(JSON.parse(detail))
    return {
      ...{ act, from: from_state, to: to_state, on, at, reason },
      by: refs.get(by ?? 0)?.name ?? null,
      before: correction?.before ?? null,
      after: correction?.after ?? null,
    }
  })
}

/** Buttons of the card: what the caller may try now. The commands ask again. */
function actsOf(call: Call, row: SeenAward, mine: ReviewerRow | undefined): AwardAct[] {
  const { role, staffId } = call.actor
  const isHead = role === 'outlet-head'
  const isOwn = row.subject_kind === 'person' && staffId !== null && nomineeIds(call, row).includes(staffId)
  const isMine = staffId !== null && row.nominator === staffId
  const decides = isHead && !isOwn
  const { state } = row
  const transitions = readAwardTransitions(call.ports.content)
  const may = (to: AwardRow['state']) =>
    refusalOfStep(transitions, { from: state, to }, actorsOf(call, row), {
      ...ALL_NEEDS,
      'publicity-over': isPublicityOver(row, call.today),
    }) === null
  const isStillPublic = row.publicity_until !== null && call.today <= row.publicity_until
  const reviews = state === 'reviewing' && mine !== undefined
  const acts: [AwardAct, boolean][] = [
    ['edit', isMine && state === 'draft'],
    ['add-evidence', (isMine && (state === 'draft' || state === 'nominated')) || (isHead && state === 'nominated')],
    ['nominate', isMine && may('nominated')],
    ['check-gates', isHead && state === 'nominated'],
    ['start-review', decides && may('reviewing')],
    ['set-reviewers', decides && state === 'reviewing'],
    ['declare', reviews && mine.is_relative === null],
    ['score', reviews && mine.is_relative === 0],
    ['publicise', decides && state === 'reviewing' && may('publicised')],
    [
      'object',
      (may('objected') && isStillPublic) || (state === 'objected' && actorsOf(call, row).includes('any-staff')),
    ],
    ['answer', decides && state === 'objected'],
    ['grant', decides && may('granted')],
    ['withdraw', state !== 'objected' && may('withdrawn')],
    ['revoke', may('revoked')],
    ['correct', isHead && ['publicised', 'objected', 'granted'].includes(state)],
    ['note-reward', isHead && state === 'granted'],
  ]
  return acts.filter(([, is]) => is).map(([act]) => act)
}
