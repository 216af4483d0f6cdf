import type { EChartsCoreOption } from 'echarts/core'
import { useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { scheme } from '../app/theme/theme.ts'
import { useTranslate } from '../app/use-translate.ts'
import { useSaveTable } from '../ui/table/use-save-table.ts'
import styles from './Chart.module.css'
import { ChartTable, type ChartTableContent } from './ChartTable.tsx'
import { type Palette, readPalette } from './chart-theme.ts'
import { savePicture } from './save-picture.ts'
import { useChart } from './use-chart.ts'

export interface ChartProps {
  /** Said to screen readers, and the name of saved files. */
  title: string
  /** A pure function of the colours; keep it stable with `useCallback` or outside the component. */
  option: (palette: Palette) => EChartsCoreOption
  /** The same figures as rows: what the chart shows, readable and copyable. */
  table: ChartTableContent
  height?: number
  /** Somebody chose a mark, or its row in the table; `series` by its order in the option. */
  onMark?: (row: number, series: number) => void
}

export function Chart({ title, option, table, height = 220, onMark }: ChartProps) {
  const t = useTranslate()
  const frame = useRef<HTMLDivElement>(null)
  const [isTable, setTable] = useState(false)
  const name = useSyncExternalStore(scheme.subscribe, scheme.get)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another scheme is another palette
  const palette = useMemo(readPalette, [name])
  const saving = useSaveTable(() => ({ title, head: table.head, rows: table.rows }))
  useChart(frame, isTable ? undefined : option, palette, title, onMark)

  function savePng() {
    const svg = frame.current?.querySelector('svg')
    if (svg) void savePicture(svg, `${title}.png`, palette.panel)
  }

  return (
    <figure className={styles.chart} aria-label={title}>
      {isTable ? (
        <ChartTable content={table} caption={title} onMark={onMark} />
      ) : (
        <div ref={frame} style={{ height }} role="img" aria-label={title} />
      )}
      <div className={styles.tools}>
        {!isTable && (
          <button type="button" onClick={savePng}>
            {t('common.savePicture')}
          </button>
        )}
        <button type="button" disabled={saving.isSaving} onClick={saving.save}>
          {t('common.saveTable')}
        </button>
        <button type="button" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
          {t(isTable ? 'common.asChart' : 'common.asTable')}
        </button>
      </div>
    </figure>
  )
}
