import { expect, it } from 'vitest'
import { type AccountabilityFacts, suggestLevel } from './accountability-levels.ts'

const FIRST: AccountabilityFacts = {
  severity: 'minor',
  occurrence: 1,
  returns: 0,
  wasOverdue: false,
  isComplaintUpheld: false,
  samePersonInThirtyDays: 1,
  isSelfReported: false,
}

it.each<[string, Partial<AccountabilityFacts>, number, string[]]>([
  ['a first minor fail', {}, 0, ['first-minor']],
  ['the same person twice in thirty days', { samePersonInThirtyDays: 2 }, 1, ['twice-in-thirty-days']],
  ['one overdue', { wasOverdue: true }, 1, ['overdue']],
  ['a major one again', { severity: 'major', occurrence: 2 }, 2, ['major-repeat']],
  ['a major one for the first time', { severity: 'major' }, 0, []],
  ['sent back twice', { returns: 2, wasOverdue: true }, 2, ['returned-twice']],
  ['a critical one', { severity: 'critical' }, 3, ['critical']],
  ['an upheld complaint', { isComplaintUpheld: true }, 3, ['complaint-upheld']],
  ['the same critical one again', { severity: 'critical', occurrence: 2 }, 4, ['critical-repeat']],
  [
    'a critical one reported by the person',
    { severity: 'critical', isSelfReported: true },
    2,
    ['critical', 'self-reported'],
  ],
  ['a first minor one reported by the person', { isSelfReported: true }, 0, ['first-minor']],
])('suggests for %s', (_what, facts, level, why) => {
  expect(suggestLevel({ ...FIRST, ...facts })).toEqual({ level, why })
})
