import type { AwardSum } from '../../../shared/contract/award-cards.ts'
import { type AwardResult, SUM_PARTS, scoreAward } from '../../../shared/domain/award-scores.ts'
import type { Call } from '../handlers.ts'
import { listStaff, staffRefs } from '../people/index.ts'
import { type AwardRow, listOfKind } from './award-repository.ts'
import { getAwardKind } from './award-rules.ts'
import { nomineeIds } from './award-view.ts'
import { listReviewers, listScores, type ReviewerRow } from './review-repository.ts'

const ENOUGH = 2

/** Whoever stands too near: the nominee, the members of the team, the nominator. */
export function involvedIn(call: Call, row: AwardRow): Set<number> {
  return new Set([...nomineeIds(call, row), row.nominator])
}

/** How many reviewers who count it takes: two, or all there are where the outlet has fewer. */
export function reviewersNeeded(call: Call, row: AwardRow): number {
  const involved = involvedIn(call, row)
  const eligible = listStaff(call.database, false).filter(({ id }) => !involved.has(id)).length
  return Math.min(ENOUGH, Math.max(1, eligible))
}

export const counts = ({ is_relative }: ReviewerRow) => is_relative === 0
/** Still to declare, or to hand in. */
export const isWaitedFor = ({ is_relative, handed_in_at }: ReviewerRow) => is_relative !== 1 && handed_in_at === null

/** Everybody who counts has handed in, and they are enough. */
export function isReviewed(call: Call, row: AwardRow): boolean {
  const reviewers = listReviewers(call.database, row.id)
  return !reviewers.some(isWaitedFor) && reviewers.filter(counts).length >= reviewersNeeded(call, row)
}

/** Over the reviewers who count and have handed in. */
export function resultOf(call: Call, row: AwardRow): AwardResult {
  const { criteria } = getAwardKind(call.ports.content, row.kind)
  const counting = listReviewers(call.database, row.id).filter((one) => counts(one) && one.handed_in_at !== null)
  const points = listScores(call.database, row.id).map(({ staff_id, criterion, points: value }) => ({
    ...{ reviewer: String(staff_id), criterion, points: value },
  }))
  return scoreAward(
    criteria,
    counting.map(({ staff_id }) => String(staff_id)),
    points,
  )
}

/** The sum that decides: what stood when it was publicised, else of the sheets so far; null before anybody handed in. */
export function sumOf(call: Call, row: AwardRow): number | null {
  if (row.sum !== null) return row.sum
  return isReviewed(call, row) ? resultOf(call, row).sum : null
}

/** Others of the same kind and period with exactly the same sum. */
export function tiesOf(call: Call, row: AwardRow): AwardRow[] {
  const sum = sumOf(call, row)
  if (sum === null) return []
  return listOfKind(call.database, row).filter((other) => other.id !== row.id && sumOf(call, other) === sum)
}

/** How the sum came about; without names where the reader is not to know who gave what. */
export function readSum(call: Call, row: AwardRow, isNamed: boolean): AwardSum | null {
  const reviewers = listReviewers(call.database, row.id)
  if (!reviewers.some((one) => counts(one) && one.handed_in_at !== null)) return null
  const refs = staffRefs(call.database)
  const name = (id: number) => refs.get(id)?.name ?? ''
  const notes = new Map(
    listScores(call.database, row.id).map(({ staff_id, criterion, note }) => [`${staff_id}/${criterion}`, note]),
  )
  const { sum, criteria } = resultOf(call, row)
  return {
    sum: sum / SUM_PARTS,
    criteria: criteria.map(({ criterion, weight, counted, median, isMissing, share }) => ({
      ...{ criterion, weight, median, isMissing, share: share / SUM_PARTS },
      counted: isNamed
        ? counted.map(({ reviewer, points }) => ({
            ...{ person: name(Number(reviewer)), points, note: notes.get(`${reviewer}/${criterion}`) ?? null },
          }))
        : [],
    })),
    excluded: isNamed ? reviewers.filter((one) => one.is_relative === 1).map((one) => name(one.staff_id)) : [],
    waitingFor: isNamed ? reviewers.filter(isWaitedFor).map((one) => name(one.staff_id)) : [],
    ties: tiesOf(call, row)
      .slice(0, 20)
      .map(({ uid, no, kind }) => ({ uid, no, kind })),
  }
}
