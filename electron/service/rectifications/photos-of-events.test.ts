import { expect, it } from 'vitest'
import { afterPhotosOf, beforePhotosOf, everyAfterPhotoOf } from './photos-of-events.ts'
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

it('shows before photos of the last return, or of the first finding where nobody took one then', () => {
  const found = { ...step('', 'found', ['first']), from_state: null }
  const back = [found, ...BACK]
  expect(beforePhotosOf(back)).toEqual(['first'])
  const seen = [...back, step('reopened', 'reopened', ['again']), step('reopened', 'assigned')]
  expect(beforePhotosOf(seen)).toEqual(['again'])
  expect(beforePhotosOf([...seen, step('assigned', 'assigned', ['again', 'close'])])).toEqual(['again', 'close'])
  expect(beforePhotosOf([...seen, step('assigned', 'assigned', [])])).toEqual(['first'])
  const mistake = [...back, step('reopened', 'reopened', ['again']), step('reopened', 'verified', [], 'corrected')]
  expect(beforePhotosOf(mistake)).toEqual(['first'])
})
