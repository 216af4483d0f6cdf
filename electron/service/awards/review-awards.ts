import type { AwardCard, awardCards } from '../../../shared/contract/award-cards.ts'
import type { awardSteps } from '../../../shared/contract/award-steps.ts'
import type { InputOf, OutputOf } from '../../../shared/contract/index.ts'
import { SUM_PARTS, tiedAwards } from '../../../shared/domain/award-scores.ts'
import { addDays } from '../../../shared/domain/business-day.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Call } from '../handlers.ts'
import { findStaffByUid } from '../people/index.ts'
import { areGatesClear, askRecords } from './award-gates.ts'
import { type AwardRow, listOfKind, touchAward } from './award-repository.ts'
import { getAwardKind } from './award-rules.ts'
import { involvedIn, isReviewed, resultOf, sumOf, tiesOf } from './award-sums.ts'
import { contractAward, getSeenAward } from './award-view.ts'
import { readAwardCard } from './read-card.ts'
import {
  deleteReviewer,
  handIn,
  insertReviewer,
  listReviewers,
  type ReviewerRow,
  setRelative,
} from './review-repository.ts'
import { assertCurrent, assertNotOwn, takeStep, tell } from './take-step.ts'
import { insertEvent } from './trail-repository.ts'

/** People who may judge: nobody the award is about, and not who proposed it. */
function reviewersOf(call: Call, row: AwardRow, uids: readonly string[]): number[] {
  const involved = involvedIn(call, row)
  return [...new Set(uids)].map((uid) => {
    const person = findStaffByUid(call.database, uid)
    if (!person?.isActive) throw new AppError('not-found', 'personGone')
    if (involved.has(person.id)) {
      throw new AppError('invalid-input', 'reviewerInvolved', {
        params: { name: person.name },
        fields: { reviewers: 'reviewerInvolved' },
      })
    }
    return person.id
  })
}

export function startReview(
  call: Call,
  { uid, basedOn, reviewers }: InputOf<typeof awardSteps.startReview>,
): AwardCard {
  const row = getSeenAward(call, uid)
  assertCurrent(row, basedOn)
  assertNotOwn(call, row)
  const chosen = reviewersOf(call, row, reviewers)
  if (row.state === 'nominated') askRecords(call, row)
  takeStep(call, row, { to: 'reviewing', act: 'review', has: { 'gates-checked': areGatesClear(call, row) } })
  for (const person of chosen) insertReviewer(call.database, row.id, person, call.now)
  return readAwardCard(call, uid)
}

function underReview(call: Call, uid: string): AwardRow {
  const row = getSeenAward(call, uid)
  if (row.state !== 'reviewing') throw new AppError('conflict', 'awardStepGone')
  return row
}

/** Chooses others in place of those who have not handed in; a sheet that lies there, and a declared relation, stay. */
export function setReviewers(
  call: Call,
  { uid, basedOn, reviewers }: InputOf<typeof awardSteps.setReviewers>,
): AwardCard {
  const row = underReview(call, uid)
  assertCurrent(row, basedOn)
  assertNotOwn(call, row)
  const chosen = reviewersOf(call, row, reviewers)
  for (const { staff_id, is_relative, handed_in_at } of listReviewers(call.database, row.id)) {
    if (!chosen.includes(staff_id) && handed_in_at === null && is_relative !== 1) {
      deleteReviewer(call.database, row.id, staff_id)
    }
  }
  for (const person of chosen) insertReviewer(call.database, row.id, person, call.now)
  insertEvent(call.database, row.id, {
    ...{ act: 'change-reviewers', from_state: null, to_state: null, reason: null, detail: null },
    ...{ by: call.actor.staffId, on: call.today, at: call.now },
  })
  touchAward(call.database, row.id)
  tell(call, row)
  return readAwardCard(call, uid)
}

/** The caller as a reviewer of it. */
function ownReview(call: Call, row: AwardRow): ReviewerRow & { staff_id: number } {
  const mine = listReviewers(call.database, row.id).find(({ staff_id }) => staff_id === call.actor.staffId)
  if (!mine) throw new AppError('forbidden', 'noReviewer')
  return mine
}

/** Said once, before anything is scored. */
export function declareRelation(call: Call, { uid, isRelative }: InputOf<typeof awardSteps.declare>): AwardCard {
  const row = underReview(call, uid)
  const mine = ownReview(call, row)
  if (mine.is_relative === 1) throw new AppError('conflict', 'declaredAlready')
  setRelative(call.database, row.id, mine.staff_id, isRelative)
  touchAward(call.database, row.id)
  tell(call, row)
  return readAwardCard(call, uid)
}

export function scoreSheet(call: Call, { uid, scores }: InputOf<typeof awardSteps.score>): AwardCard {
  const row = underReview(call, uid)
  const mine = ownReview(call, row)
  if (mine.is_relative === null) throw new AppError('not-allowed-now', 'declareFirst')
  if (mine.is_relative === 1) throw new AppError('forbidden', 'excludedAsRelative')
  const wanted = getAwardKind(call.ports.content, row.kind).criteria.map(({ id }) => id)
  const given = scores.map(({ criterion }) => criterion)
  if (given.length !== wanted.length || wanted.some((id) => !given.includes(id))) {
    throw new AppError('invalid-input', 'sheetIncomplete')
  }
  const sheet = scores.map(({ criterion, points, note }) => ({ criterion, points, note: note?.trim() || null }))
  handIn(call.database, row.id, mine.staff_id, sheet, call.now)
  touchAward(call.database, row.id)
  tell(call, row)
  return readAwardCard(call, uid)
}

/** Opens the days of the notice: the day of publication and so many after it; of none, it may be granted at once. */
export function publiciseAward(
  call: Call,
  { uid, basedOn, tieReason }: InputOf<typeof awardSteps.publicise>,
): AwardCard {
  const row = getSeenAward(call, uid)
  assertCurrent(row, basedOn)
  assertNotOwn(call, row)
  const isComplete = row.state !== 'reviewing' || isReviewed(call, row)
  const [tied] = isComplete ? tiesOf(call, row) : []
  if (tied && !tieReason) {
    throw new AppError('not-allowed-now', 'awardTied', {
      params: { no: tied.no ?? '' },
      fields: { tieReason: 'required' },
    })
  }
  const { publicityDays } = getAwardKind(call.ports.content, row.kind)
  takeStep(call, row, {
    ...{ to: 'publicised', act: 'publicise', has: { scores: isComplete }, reason: tied ? tieReason : null },
    columns: {
      sum: resultOf(call, row).sum,
      tie_reason: tied ? tieReason : null,
      publicity_from: call.today,
      publicity_until: addDays(call.today, publicityDays),
    },
  })
  return readAwardCard(call, uid)
}

/** Best first; whoever has no sum yet stands last. */
export function rankAwards(
  call: Call,
  { kind, from, to }: InputOf<typeof awardCards.ranking>,
): OutputOf<typeof awardCards.ranking> {
  const rows = listOfKind(call.database, { kind, period_from: from, period_to: to } as AwardRow)
  const sums = rows.map((row) => ({ row, id: row.uid, sum: sumOf(call, row) }))
  const tied = tiedAwards(sums.flatMap(({ id, sum }) => (sum === null ? [] : [{ id, sum }])))
  return sums
    .sort((a, b) => (b.sum ?? -1) - (a.sum ?? -1) || a.row.id - b.row.id)
    .map(({ row, id, sum }) => ({
      award: contractAward(call, row),
      sum: sum === null ? null : sum / SUM_PARTS,
      isTied: tied.has(id),
    }))
}
