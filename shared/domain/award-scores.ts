/** One criterion as one reviewer judged it; `points` 0…100, null where no evidence was seen. */
export interface AwardPoints {
  reviewer: string
  criterion: string
  points: number | null
}

export interface CriterionScore {
  criterion: string
  /** Of a hundred. */
  weight: number
  /** Of each reviewer who counts, in ascending order, "no evidence seen" as 0. */
  counted: { reviewer: string; points: number | null }[]
  /** 0…100 in steps of a half. */
  median: number
  /** Nobody who counts saw evidence: it scores 0 and keeps its weight. */
  isMissing: boolean
  /** Two-hundredths of a point, a whole number: what the criterion adds to the sum. */
  share: number
}

export interface AwardResult {
  /** Two-hundredths of a point: whole numbers, so that sums compare exactly. */
  sum: number
  criteria: CriterionScore[]
  /** Ids of criteria without evidence. */
  missing: string[]
}

export const SUM_PARTS = 200

/**
 * The median of every criterion over the reviewers who count, times its weight. The median, because among two or three
 * colleagues one friend or foe must not decide; "no evidence seen" counts as 0, because without evidence there is no award.
 */
export function scoreAward(
  criteria: readonly { id: string; weight: number }[],
  counting: readonly string[],
  points: readonly AwardPoints[],
): AwardResult {
  const scored = criteria.map(({ id, weight }): CriterionScore => {
    const given = new Map(
      points.filter(({ criterion }) => criterion === id).map(({ reviewer, points: value }) => [reviewer, value]),
    )
    const counted = [...new Set(counting)]
      .filter((reviewer) => given.has(reviewer))
      .map((reviewer) => ({ reviewer, points: given.get(reviewer) ?? null }))
      .sort((a, b) => (a.points ?? 0) - (b.points ?? 0) || (a.reviewer < b.reviewer ? -1 : 1))
    const median = medianOf(counted.map((one) => one.points ?? 0))
    const isMissing = counted.every((one) => one.points === null)
    return { criterion: id, weight, counted, median, isMissing, share: median * 2 * weight }
  })
  return {
    sum: scored.reduce((sum, { share }) => sum + share, 0),
    criteria: scored,
    missing: scored.filter(({ isMissing }) => isMissing).map(({ criterion }) => criterion),
  }
}

/** Of whole numbers in ascending order: a whole number or a half; 0 of none. */
function medianOf(ascending: readonly number[]): number {
  const middle = Math.floor(ascending.length / 2)
  const upper = ascending[middle] ?? 0
  return ascending.length % 2 === 1 ? upper : (upper + (ascending[middle - 1] ?? upper)) / 2
}

/** Ids whose sum another one shares. */
export function tiedAwards(sums: readonly { id: string; sum: number }[]): Set<string> {
  const tied = sums.filter(({ id, sum }) => sums.some((other) => other.id !== id && other.sum === sum))
  return new Set(tied.map(({ id }) => id))
}
