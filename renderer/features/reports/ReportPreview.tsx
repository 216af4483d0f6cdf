import { useEffect, useRef, useState } from 'react'
import { useTranslate } from '../../app/use-translate.ts'
import styles from './ReportsScreen.module.css'
import type { ReportPage } from './report-page.ts'

/** A4 in CSS pixels. */
const SHORT_SIDE = 794
const LONG_SIDE = 1123

/** The document itself on a sheet of its size; nothing in it may run, send or leave. */
export function ReportPreview({ report }: { report: ReportPage }) {
  const t = useTranslate()
  const desk = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState(SHORT_SIDE)
  const [width, sheet] = report.isLandscape ? [LONG_SIDE, SHORT_SIDE] : [SHORT_SIDE, LONG_SIDE]
  const [height, setHeight] = useState(sheet)
  const [frame, setFrame] = useState<{ page: Window & typeof globalThis }>()
  const scale = Math.min(1, room / width)

  useEffect(() => {
    const place = desk.current
    if (!place) return
    const watch = new ResizeObserver(([entry]) => entry && setRoom(entry.contentRect.width))
    watch.observe(place)
    return () => watch.disconnect()
  }, [])

  useEffect(() => {
    if (!frame) return
    void import('../../app/theme/fonts.ts').then(({ offerFonts }) => offerFonts(frame.page))
    const { body } = frame.page.document
    const watch = new ResizeObserver(() => setHeight(Math.max(body.scrollHeight, sheet)))
    watch.observe(body)
    return () => watch.disconnect()
  }, [frame, sheet])

  return (
    <div ref={desk} className={styles.desk}>
      <div className={styles.sheet} style={{ width: width * scale, height: height * scale }}>
        <iframe
          title={t('reportScreen.preview')}
          sandbox="allow-same-origin"
          srcDoc={report.preview}
          style={{ width, height, transform: `scale(${scale})` }}
          onLoad={({ currentTarget }) => setFrame(frameOf(currentTarget))}
        />
      </div>
    </div>
  )
}

/** A new object with each load: the window stays the same when its document changes. */
function frameOf({ contentWindow }: HTMLIFrameElement): { page: Window & typeof globalThis } | undefined {
  return contentWindow ? { page: contentWindow as Window & typeof globalThis } : undefined
}
