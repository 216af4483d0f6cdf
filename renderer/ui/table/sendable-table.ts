export interface ShownTable {
  /** Names the file and stands above the table. */
  title: string
  head: readonly string[]
  rows: readonly (readonly (string | number | null)[])[]
}

const LONGEST_TITLE = 80
const LONGEST_TEXT = 2_000
const MOST_ROWS = 20_000
/** What screens draw where nothing was counted. */
const NOTHING = '—'

/** As much as the service takes. A dash becomes an empty cell, so that its column stays one of numbers. */
export function sendable({ title, head, rows }: ShownTable) {
  return {
    title: clipped(title, LONGEST_TITLE),
    head: [...head],
    rows: rows
      .slice(0, MOST_ROWS)
      .map((row) =>
        row.map((cell) => (cell === NOTHING ? null : typeof cell === 'string' ? clipped(cell, LONGEST_TEXT) : cell)),
      ),
  }
}

function clipped(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}
