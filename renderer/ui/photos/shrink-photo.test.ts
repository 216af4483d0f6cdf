import { expect, it } from 'vitest'
import { fitInto } from './shrink-photo.ts'

it.each([
  [4000, 3000, 1600, 1200],
  [3000, 4000, 1200, 1600],
  [800, 600, 800, 600],
  [10_000, 1, 1600, 1],
])('fits %i × %i into %i × %i', (width, height, newWidth, newHeight) => {
  expect(fitInto({ width, height }, 1600)).toEqual({ width: newWidth, height: newHeight })
})
