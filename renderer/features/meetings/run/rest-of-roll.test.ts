import { expect, it } from 'vitest'
import type { Attendance } from '../../../../shared/contract/meetings.ts'
import { restOf } from './rest-of-roll.ts'

const row = (uid: string, facts: Partial<Attendance>): Attendance => ({
  ...{ person: { uid, name: uid }, state: 'present', reason: null, coveredBy: null, isCalled: false },
  ...facts,
})

it('calls those left as they are expected, and nobody a second time', () => {
  const cover = { uid: 'c', name: 'c' }
  const rest = restOf([
    row('a', { isCalled: true }),
    row('b', { state: 'absent', isCalled: true }),
    row('c', {}),
    row('d', { state: 'absent', reason: '病假', coveredBy: cover }),
  ])
  expect(rest).toEqual([
    { person: 'c', state: 'present', reason: null, coveredBy: null },
    { person: 'd', state: 'absent', reason: '病假', coveredBy: 'c' },
  ])
})
