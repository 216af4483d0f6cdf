import type { WallBlock } from '../../../../shared/contract/meeting-screen.ts'

/** Heights in pixels. */
export interface MeasuredBlock {
  /** All but its rows: heading, what it rests on, first row. */
  frame: number
  rows: readonly number[]
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
 * How many rows of each block fit at once, at least one each: while it is too high, the highest block of the highest
 * line of blocks gives a row away. A cut block counts each row as its highest, so that every page of it fits.
 */
export function fitRows({ blocks, columns, height, gap, line }: Room): number[] {
  const caps = blocks.map(({ rows }) => rows.length)
  const heightOf = (index: number): number => {
    const { frame, rows } = blocks[index] as MeasuredBlock
    const cap = caps[index] ?? 0
    return frame + (cap === rows.length ? sum(rows) : cap * Math.max(...rows) + line)
  }
  const lines = blocks.reduce<number[][]>((made, _, index) => {
    const at = Math.floor(index / columns)
    made[at] = [...(made[at] ?? []), index]
    return made
  }, [])
  const lineHeight = (line: readonly number[]) => Math.max(...line.map(heightOf))
  const isTooHigh = () => sum(lines.map(lineHeight)) + gap * (lines.length - 1) > height
  while (isTooHigh()) {
    const [tallest] = lines
      .map((line) => line.filter((index) => (caps[index] ?? 0) > 1).sort((a, b) => heightOf(b) - heightOf(a)))
      .filter((line) => line.length > 0)
      .sort((a, b) => heightOf(b[0] ?? 0) - heightOf(a[0] ?? 0))
    const index = tallest?.[0]
    if (index === undefined) break
    caps[index] = (caps[index] ?? 1) - 1
  }
  return caps
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
