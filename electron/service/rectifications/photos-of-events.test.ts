import { expect, it } from 'vitest'
import { afterPhotosOf, everyAfterPhotoOf } from './photos-of-events.ts'
import type { EventRow } from './rectification-repository.ts'

const step = (from_state: string, to_state: string, photos: string[] = [], rule: string | null = null): EventRow => ({
  ...{ at: 0, by: null, by_text: null, from_state, to_state, note: null, rule, redo: null },
  photos: photos.length > 0 ? JSON.stringify(photos) : null,
})
const FIXED = [step('doing', 'submitted', ['old']), step('submitted', 'verified')]
const BACK = [...FIXED, step('lookback', 'reopened', [], 'failed-again')]

it('shows after photos of the fix that stands', () => {
  expect(afterPhotosOf(FIXED)).toEqual(['old'])
  expect(afterPhotosOf(BACK)).toEqual([])
  const again = [...BACK, step('reopened', 'assigned'), step('doing', 'submitted', ['new'])]
  expect(afterPhotosOf(again)).toEqual(['new'])
  expect(afterPhotosOf([...again, step('submitted', 'returned'), step('doing', 'submitted', ['newer'])])).toEqual([
    'new',
    'newer',
  ])
  expect(everyAfterPhotoOf(again)).toEqual(['old', 'new'])
})

it('keeps them where the return was a mistake', () => {
  const noted = step('reopened', 'reopened', [], 'known-until')
  expect(afterPhotosOf([...BACK, noted, step('reopened', 'verified', [], 'corrected')])).toEqual(['old'])
})
