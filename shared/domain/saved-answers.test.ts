import { expect, it } from 'vitest'
import { savedAnswers } from './saved-answers.ts'

it('puts what was sent and what the service adds together, and leaves out what met another answer', () => {
  const plain = { value: 'pass' as const, note: null, reading: null, photos: [] }
  const by = { uid: 'u', name: '沈知夏' }
  const answers = savedAnswers(
    [
      { item: 'a', ...plain, note: ' 擦净 ' },
      { item: 'b', ...plain, seenAt: 5 },
      { item: 'c', ...plain },
    ],
    {
      saved: [
        { item: 'b', revision: 2, changes: 1 },
        { item: 'a', revision: 1, changes: 0 },
      ],
      by,
      enteredAt: 9,
      seenAt: 8,
    },
  )
  expect(answers).toEqual([
    { item: 'a', ...plain, note: '擦净', revision: 1, changes: 0, by, enteredAt: 9, seenAt: 8 },
    { item: 'b', ...plain, revision: 2, changes: 1, by, enteredAt: 9, seenAt: 5 },
  ])
})
