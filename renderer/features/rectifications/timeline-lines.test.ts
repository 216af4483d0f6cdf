import { expect, it } from 'vitest'
import type { RectificationCard } from '../../../shared/contract/rectifications.ts'
import { linesOf } from './timeline-lines.ts'

type Entry = RectificationCard['timeline'][number]

const entry = (at: number, rule: Entry['rule'], more: Partial<Entry> = {}): Entry => ({
  ...{ at, by: '', from: 'doing', to: 'doing', note: null, photos: [], rule, redo: [] },
  ...more,
})

it('folds reminders in a row into one line, and no other entry', () => {
  const timeline = [
    entry(1, null, { from: null, to: 'found' }),
    entry(2, 'due-soon'),
    entry(3, null, { to: 'waiting' }),
    entry(4, 'overdue', { from: 'waiting', to: 'waiting' }),
    entry(5, 'still-overdue'),
    entry(6, 'still-overdue'),
    entry(7, 'overdue-escalated', { to: 'escalated' }),
  ]
  expect(linesOf(timeline).map(({ entry: { at }, index, reminders }) => [at, index, reminders])).toEqual([
    [1, 0, []],
    [2, 1, []],
    [3, 2, []],
    [6, 5, [4, 5, 6]],
    [7, 6, []],
  ])
})
