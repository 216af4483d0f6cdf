import styles from './Chart.module.css'

export interface ChartTableContent {
  head: readonly string[]
  /** The first cell names the row; one row per mark of the chart, in the same order. */
  rows: readonly (readonly (string | number)[])[]
  /** Columns, the first is 0, whose cells are marks of a series of their own; else the name is the mark of its row. */
  seriesAt?: readonly number[]
}

interface ChartTableProps {
  content: ChartTableContent
  caption: string
  onMark?: ((row: number, series: number) => void) | undefined
}

export function ChartTable({ content, caption, onMark }: ChartTableProps) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {content.head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {content.rows.map(([name, ...cells], row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of figures have no other identity
            <tr key={row}>
              <th scope="row">
                {onMark && !content.seriesAt ? (
                  <button type="button" onClick={() => onMark(row, 0)}>
                    {name}
                  </button>
                ) : (
                  name
                )}
              </th>
              {cells.map((cell, column) => (
                <td key={content.head[column + 1]}>
                  {onMark && content.seriesAt?.includes(column + 1) ? (
                    <button type="button" onClick={() => onMark(row, content.seriesAt?.indexOf(column + 1) ?? 0)}>
                      {cell}
                    </button>
                  ) : (
                    cell
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
