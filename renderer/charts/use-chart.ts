import type { EChartsCoreOption } from 'echarts/core'
import { type RefObject, useEffect, useRef } from 'react'
import { type Palette, readFont, withHouseStyle } from './chart-theme.ts'

/** Draws into the frame and redraws when its size changes; echarts itself arrives with the first chart. */
export function useChart(
  frame: RefObject<HTMLDivElement | null>,
  option: ((palette: Palette) => EChartsCoreOption) | undefined,
  palette: Palette,
  description: string,
  onMark?: (row: number, series: number) => void,
): void {
  const latest = useRef(onMark)
  latest.current = onMark
  useEffect(() => {
    const element = frame.current
    if (!element || !option) return
    let stop: (() => void) | undefined
    let isGone = false
    void import('./echarts-runtime.ts').then(({ startChart }) => {
      if (isGone) return
      const chart = startChart(element)
      chart.setOption(withHouseStyle(option(palette), palette, readFont(), description))
      chart.on('click', ({ dataIndex, seriesIndex }) => {
        if (typeof dataIndex === 'number') latest.current?.(dataIndex, seriesIndex ?? 0)
      })
      const observer = new ResizeObserver(() => chart.resize())
      observer.observe(element)
      stop = () => {
        observer.disconnect()
        chart.dispose()
      }
    })
    return () => {
      isGone = true
      stop?.()
    }
  }, [frame, option, palette, description])
}
