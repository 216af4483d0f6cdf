import type { WallBlock } from '../../../../shared/contract/meeting-screen.ts'

/** Heights in pixels. */
export interface MeasuredBlock {
  /** All but its rows: heading, what it rests on, first row. */
  frame: number
  rows: readonly number[]
  /** Figures that are read side by side: cut last. */
  isOneSight?: boolean
}

interface Room {
  blocks: readonly MeasuredBlock[]
  /** Blocks side by side; they stand in order, row by row. */
  columns: number
  height: number
  /** Between two blocks, one above the other. */
  gap: number
  /** Of the line that says how many there are in all. */
  line: number
}

/**
 * How many rows of each block fit at once, at least one each. While it is too high a block that makes its line so high
 * gives a row away, the longest first; what another block left over is taken again. A cut block counts each row as its
 * highest, so that every page of it fits.
 */
export function fitRows({ blocks, columns, height, gap, line }: Room): number[] {
  const caps = blocks.map(({ rows }) => rows.length)
  const capOf = (index: number) => caps[index] ?? 0
  const rowsOf = (index: number) => blocks[index]?.rows ?? []
  const heightOf = (index: number): number => {
    const rows = rowsOf(index)
    const cap = capOf(index)
    const list = cap === rows.length ? sum(rows) : cap * Math.max(...rows) + line
    return (blocks[index]?.frame ?? 0) + list
  }
  const lines = linesOf(blocks.length, columns)
  const lineHeight = (of: readonly number[]) => Math.max(...of.map(heightOf))
  const fits = () => sum(lines.map(lineHeight)) + gap * (lines.length - 1) <= height
  const isOneSight = (index: number) => blocks[index]?.isOneSight === true
  const add = (index: number, by: number) => {
    caps[index] = capOf(index) + by
  }
  while (!fits()) {
    const [longest] = lines
      .flatMap((of) => of.filter((index) => capOf(index) > 1 && heightOf(index) === lineHeight(of)))
      .sort((a, b) => Number(isOneSight(a)) - Number(isOneSight(b)) || capOf(b) - capOf(a) || heightOf(b) - heightOf(a))
    if (longest === undefined) break
    add(longest, -1)
  }
  for (let hasGrown = true; hasGrown; ) {
    hasGrown = false
    for (const index of caps.keys()) {
      if (capOf(index) >= rowsOf(index).length) continue
      add(index, 1)
      if (fits()) hasGrown = true
      else add(index, -1)
    }
  }
  return caps
}

/** Numbers of blocks as they stand, so many in a line. */
function linesOf(count: number, columns: number): number[][] {
  return Array.from({ length: Math.ceil(count / columns) }, (_, at) =>
    Array.from({ length: Math.min(columns, count - at * columns) }, (_one, index) => at * columns + index),
  )
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** Of the rows of a block those of a page; a block with fewer pages stays on its last. */
export function pageOf(rows: number, cap: number, page: number): { from: number; to: number } {
  const last = Math.max(0, pagesOf(rows, cap) - 1)
  const from = Math.min(page, last) * cap
  return { from, to: Math.min(rows, from + cap) }
}

export function pagesOf(rows: number, cap: number): number {
  return Math.max(1, Math.ceil(rows / Math.max(1, cap)))
}

/** How many there are that no page shows. */
export function beyond({ total, rows }: Pick<WallBlock, 'total' | 'rows'>): number {
  return Math.max(0, total - rows.length)
}
