import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import awards from '../../resources/awards/awards.json' with { type: 'json' }
import { type AwardPoints, SUM_PARTS, scoreAward, tiedAwards } from './award-scores.ts'

const CRITERIA = [
  { id: 'conduct', weight: 60 },
  { id: 'help', weight: 40 },
]
const given = (reviewer: string, conduct: number | null, help: number | null): AwardPoints[] => [
  { reviewer, criterion: 'conduct', points: conduct },
  { reviewer, criterion: 'help', points: help },
]
const points = (sum: number) => sum / SUM_PARTS

describe('the sum of an award', () => {
  it('is the weighted median of every criterion', () => {
    const { sum, criteria } = scoreAward(CRITERIA, ['a', 'b'], [...given('a', 80, 70), ...given('b', 91, 60)])
    expect(criteria.map(({ median }) => median)).toEqual([85.5, 65])
    expect(points(sum)).toBe(85.5 * 0.6 + 65 * 0.4)
  })

  it('takes "no evidence seen" as 0 and names the criterion where nobody saw any, with its weight kept', () => {
    const { sum, missing } = scoreAward(
      CRITERIA,
      ['a', 'b', 'c'],
      [...given('a', 80, null), ...given('b', 70, null), ...given('c', null, null)],
    )
    expect([points(sum), missing]).toEqual([70 * 0.6, ['help']])
  })

  it('adds up in weights that are whole: every kind of the file comes to a hundred', () => {
    for (const { id, criteria } of awards.kinds) {
      expect([id, criteria.reduce((sum, { weight }) => sum + weight, 0)]).toEqual([id, 100])
      expect(criteria.every(({ weight }) => Number.isInteger(weight))).toBe(true)
    }
  })

  it('names ties, and decides none', () => {
    const sums = [
      { id: 'a', sum: 17000 },
      { id: 'b', sum: 17000 },
      { id: 'c', sum: 16999 },
    ]
    expect([...tiedAwards(sums)]).toEqual(['a', 'b'])
  })
})

const REVIEWERS = ['r1', 'r2', 'r3', 'r4', 'r5']
const anyKind = fc.constantFrom(...awards.kinds.map(({ criteria }) => criteria))
const anyPoints = fc.option(fc.integer({ min: 0, max: 100 }), { freq: 4 })
/** A kind, who counts (in any order), and points of everybody, those excluded among them. */
const anyReview = anyKind.chain((criteria) =>
  fc.record({
    criteria: fc.constant(criteria),
    counting: fc.shuffledSubarray(REVIEWERS, { minLength: 1 }),
    all: fc
      .array(anyPoints, {
        minLength: criteria.length * REVIEWERS.length,
        maxLength: criteria.length * REVIEWERS.length,
      })
      .map((values) =>
        REVIEWERS.flatMap((reviewer, row) =>
          criteria.map(({ id }, column) => ({
            reviewer,
            criterion: id,
            points: values[row * criteria.length + column] ?? null,
          })),
        ),
      ),
  }),
)

describe('scores are fair', () => {
  it('whatever the order of reviewers, criteria and scores', () => {
    fc.assert(
      fc.property(
        anyReview.chain((review) =>
          fc.record({
            review: fc.constant(review),
            all: fc.shuffledSubarray(review.all, { minLength: review.all.length }),
            criteria: fc.shuffledSubarray(review.criteria, { minLength: review.criteria.length }),
            counting: fc.shuffledSubarray(review.counting, { minLength: review.counting.length }),
          }),
        ),
        ({ review, all, criteria, counting }) => {
          const before = scoreAward(review.criteria, review.counting, review.all)
          const after = scoreAward(criteria, counting, all)
          expect(after.sum).toBe(before.sum)
          expect([...after.missing].sort()).toEqual([...before.missing].sort())
        },
      ),
    )
  })

  it('to those who are excluded: nothing they gave ever counts', () => {
    fc.assert(
      fc.property(anyReview, anyPoints, ({ criteria, counting, all }, other) => {
        const tampered = all.map((one) => (counting.includes(one.reviewer) ? one : { ...one, points: other }))
        expect(scoreAward(criteria, counting, tampered)).toEqual(scoreAward(criteria, counting, all))
        const without = all.filter(({ reviewer }) => counting.includes(reviewer))
        expect(scoreAward(criteria, counting, without)).toEqual(scoreAward(criteria, counting, all))
      }),
    )
  })

  it('in that more points never make less', () => {
    fc.assert(
      fc.property(anyReview, fc.nat(), fc.integer({ min: 1, max: 100 }), ({ criteria, counting, all }, at, more) => {
        const place = at % all.length
        const raised = all.map((one, index) =>
          index === place ? { ...one, points: Math.min(100, (one.points ?? 0) + more) } : one,
        )
        const [before, after] = [scoreAward(criteria, counting, all), scoreAward(criteria, counting, raised)]
        expect(after.sum).toBeGreaterThanOrEqual(before.sum)
      }),
    )
  })

  it('from 0 to 100, and every part of the sum can be traced', () => {
    fc.assert(
      fc.property(anyReview, ({ criteria, counting, all }) => {
        const { sum, criteria: parts } = scoreAward(criteria, counting, all)
        expect(sum).toBeGreaterThanOrEqual(0)
        expect(points(sum)).toBeLessThanOrEqual(100)
        expect(parts.reduce((total, { share }) => total + share, 0)).toBe(sum)
        for (const { counted } of parts) expect(counted).toHaveLength(counting.length)
      }),
    )
  })
})
