import styles from './Chart.module.css'

export interface ChartTableContent {
  head: readonly string[]
  /** The first cell names the row; one row per mark of the chart, in the same order. */
  rows: readonly (readonly (string | number)[])[]
}

interface ChartTableProps {
  content: ChartTableContent
  caption: string
  onMark?: ((row: number) => void) | undefined
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
                {onMark ? (
                  <button type="button" onClick={() => onMark(row)}>
                    {name}
                  </button>
                ) : (
                  name
                )}
              </th>
              {cells.map((cell, column) => (
                <td key={content.head[column + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
