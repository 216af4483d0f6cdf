import { expect, it } from 'vitest'
import { isRoomLow } from './disk-room.ts'

it('warns below 200 MB, and below three times the file', () => {
  expect(isRoomLow({ freeBytes: 199_000_000, fileBytes: 1_000_000 })).toBe(true)
  expect(isRoomLow({ freeBytes: 201_000_000, fileBytes: 1_000_000 })).toBe(false)
  expect(isRoomLow({ freeBytes: 290_000_000, fileBytes: 100_000_000 })).toBe(true)
  expect(isRoomLow({ freeBytes: 301_000_000, fileBytes: 100_000_000 })).toBe(false)
})
