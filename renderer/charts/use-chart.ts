import type { EChartsCoreOption } from 'echarts/core'
import { type RefObject, useEffect, useRef } from 'react'
import { type Palette, readFont, withHouseStyle } from './chart-theme.ts'

/** So long a chart below the fold waits at most, however busy the page is. */
const LONGEST_WAIT_MS = 1000

/**
 * Draws into the frame and redraws when its size changes; echarts itself arrives with the first chart. What lies below
 * the fold is drawn once the browser has shown the rest.
 */
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
    void Promise.all([import('./echarts-runtime.ts'), turnOf(element)]).then(([{ startChart }]) => {
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

/** At once for what is in sight, else when the browser has nothing better to do. */
function turnOf(element: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    if (element.getBoundingClientRect().top < window.innerHeight) resolve()
    else requestIdleCallback(() => resolve(), { timeout: LONGEST_WAIT_MS })
  })
}
