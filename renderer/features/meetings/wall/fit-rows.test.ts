import { describe, expect, it } from 'vitest'
import { beyond, fitRows, pageOf, pagesOf } from './fit-rows.ts'

const block = (rows: number, height = 40, frame = 60) => ({ frame, rows: Array<number>(rows).fill(height) })
const room = { columns: 2, height: 480, gap: 15, line: 30 }

describe('rows on the wall', () => {
  it('shows everything where there is room', () => {
    expect(fitRows({ ...room, blocks: [block(4), block(2), block(0)] })).toEqual([4, 2, 0])
  })

  it('takes rows from the highest block and keeps a short one whole', () => {
    // Four figures beside seventeen zones, above nine titles of two lines and three machines.
    const board = { ...block(4), isOneSight: true }
    const caps = fitRows({ ...room, blocks: [board, block(17), block(9, 70), block(3)] })
    expect(caps[0]).toBe(4)
    expect(caps[3]).toBe(3)
    expect(caps[1]).toBeLessThan(17)
    expect(caps[2]).toBeLessThan(9)
    const high = (rows: number, height: number) => 60 + rows * height + 30
    const line1 = Math.max(60 + 4 * 40, high(caps[1] ?? 0, 40))
    const line2 = Math.max(high(caps[2] ?? 0, 70), 60 + 3 * 40)
    expect(line1 + line2 + room.gap).toBeLessThanOrEqual(room.height)
  })

  it('cuts figures that are read side by side after short lists', () => {
    const board = { ...block(4), isOneSight: true }
    expect(fitRows({ ...room, height: 400, blocks: [board, block(17), block(3), block(1)] })).toEqual([4, 4, 1, 1])
  })

  it('gives back what a neighbour makes room for', () => {
    // Beside three rows of one line there is room for two of two lines as well.
    expect(fitRows({ ...room, height: 200, blocks: [block(9, 45), block(3, 36)] })).toEqual([2, 3])
  })

  it('keeps one row of each, however little room there is', () => {
    expect(fitRows({ ...room, height: 10, blocks: [block(5), block(6), block(0)] })).toEqual([1, 1, 0])
  })

  it.each([
    [1, 5],
    [7, 3],
    [40, 6],
    [12, 1],
  ])('pages over all of %i rows by %i, none left out', (rows, cap) => {
    const seen = new Set<number>()
    for (let page = 0; page < pagesOf(rows, cap); page++) {
      const { from, to } = pageOf(rows, cap, page)
      expect(to - from).toBeLessThanOrEqual(cap)
      for (let row = from; row < to; row++) seen.add(row)
    }
    expect(seen.size).toBe(rows)
  })

  it('stays on the last page where another block has more', () => {
    expect(pageOf(4, 4, 2)).toEqual({ from: 0, to: 4 })
    expect(pageOf(7, 3, 9)).toEqual({ from: 6, to: 7 })
    expect(pageOf(0, 0, 1)).toEqual({ from: 0, to: 0 })
  })

  it('says how many no page shows', () => {
    expect(beyond({ total: 52, rows: Array(40) as never })).toBe(12)
    expect(beyond({ total: 3, rows: Array(3) as never })).toBe(0)
  })
})
