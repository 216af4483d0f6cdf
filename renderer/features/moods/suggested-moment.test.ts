import { expect, it } from 'vitest'
import { MOOD_MOMENTS } from '../../../shared/contract/moods.ts'
import { suggestedMoment } from './suggested-moment.ts'

it.each([
  [MOOD_MOMENTS, 8 * 60, 'arrival'],
  [MOOD_MOMENTS, 13 * 60, 'after-lunch'],
  [MOOD_MOMENTS, 17 * 60, 'close'],
  [['arrival', 'after-incident'], 17 * 60, 'arrival'],
  [['close', 'after-incident'], 8 * 60, 'close'],
] as const)('of %j at minute %d means %s', (open, minute, moment) => {
  expect(suggestedMoment(open, minute)).toBe(moment)
})
