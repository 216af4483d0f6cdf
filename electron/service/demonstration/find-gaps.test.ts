import { expect, it } from 'vitest'
import type { NumberedItem } from '../checklists/index.ts'
import type { ClauseFile, TaskProof } from './collect-proof.ts'
import { findGaps } from './find-gaps.ts'

const item = (no: number, isPhotographed: boolean) => ({ no, photo_on_fail: isPhotographed }) as NumberedItem
const task = (no: string, itemNo: number, state: string, [before, after]: [string[], string[]]) =>
  ({ no, itemNo, state, before, after }) as TaskProof

const clause = (tasks: TaskProof[]) =>
  ({
    ...{ clause: '5.1', items: [item(1, true), item(2, false)], tasks, lines: [] },
    months: [{ month: '2026-11', rounds: 20 }],
    answers: [1, 2].map((itemNo) => ({ itemNo, value: 'pass' })),
  }) as unknown as ClauseFile

it('misses a photo after the fix, and any photo where the item asks for one', () => {
  const tasks = [
    task('A', 1, 'closed', [['a'], []]),
    task('B', 1, 'closed', [[], []]),
    task('C', 2, 'closed', [[], []]),
    task('D', 1, 'verified', [[], ['d']]),
    task('E', 1, 'doing', [[], []]),
  ]
  const gaps = findGaps([clause(tasks)], { months: ['2026-11'], trainings: [], wordingOf: () => '' })
  expect(gaps.map(({ kind, details }) => [kind, details])).toEqual([
    ['open-tasks', ['E']],
    ['no-after-photo', ['A']],
    ['no-photo', ['B']],
    ['no-training', ['2026-11']],
  ])
})
