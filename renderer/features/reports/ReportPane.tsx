import type { ReactNode } from 'react'
import { Failure } from '../../ui/Failure.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { OnPaper } from './OnPaper.tsx'
import styles from './ReportPane.module.css'
import { ReportPreview } from './ReportPreview.tsx'
import type { ReportPage } from './report-page.ts'

interface ReportPaneProps {
  /** Said to screen readers. */
  label: string
  preview: { error: Error | null; isFetching: boolean; refetch: () => unknown }
  report: ReportPage | undefined
  /** Printing gives the report under this name; without one, the page as it is. */
  paperTitle?: string
  /** Above the sheet. */
  children?: ReactNode
}

/** A document beside what makes it, while it loads, when it fails and when it is there. */
export function ReportPane({ label, preview, report, paperTitle, children }: ReportPaneProps) {
  const { error, isFetching, refetch } = preview
  return (
    <section
      className={styles.pane}
      aria-label={label}
      aria-busy={isFetching}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
    >
      {children}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!report && !error && <LoadingRows rows={10} />}
      {report && <ReportPreview report={report} />}
      {report && paperTitle !== undefined && <OnPaper report={report} title={paperTitle} />}
    </section>
  )
}
