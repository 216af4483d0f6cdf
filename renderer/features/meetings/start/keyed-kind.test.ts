import { expect, it } from 'vitest'
import type { MeetingDay } from '../../../../shared/contract/meetings.ts'
import { keyedKind } from './keyed-kind.ts'

const EVENING_AT = 1000
type Held = [kind: 'morning' | 'evening', state: 'draft' | 'signed', isHeld: boolean]

const kindAt = (now: number, ...held: Held[]) =>
  keyedKind(
    {
      meetings: held.map(([kind, state, isHeld]) => ({ kind, state, isHeld })),
      proposals: [{ kind: 'evening', dueFrom: EVENING_AT }],
    } as unknown as MeetingDay,
    now,
  )

it.each<[string, number, Held[], string]>([
  ['nothing held by day', 999, [], 'morning'],
  ['nothing held once the evening has come', 1000, [], 'evening'],
  ['a morning with too few, by day', 999, [['morning', 'signed', false]], 'morning'],
  ['a morning with too few, in the evening', 1000, [['morning', 'signed', false]], 'evening'],
  ['a morning that waits for its signature in the evening', 1000, [['morning', 'draft', true]], 'morning'],
  ['a signed morning', 500, [['morning', 'signed', true]], 'evening'],
  [
    'an evening signed after a morning with too few',
    2000,
    [
      ['morning', 'signed', false],
      ['evening', 'signed', true],
    ],
    'morning',
  ],
])('after %s', (_what, now, held, kind) => {
  expect(kindAt(now, ...held)).toBe(kind)
})
