import { useLayoutEffect } from 'react'
import { createPortal } from 'react-dom'
import { bodyOf, printCss, type ReportPage } from './report-page.ts'

/**
 * While a report is on screen, printing this page gives exactly the report: by Ctrl+P, by the browser's menu, or as the
 * PDF of the desktop shell. The name of the file follows the title of the page.
 */
export function OnPaper({ report, title }: { report: ReportPage; title: string }) {
  useLayoutEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(printCss(report.css))
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
    }
  }, [report.css])

  useLayoutEffect(() => {
    let before = document.title
    const name = () => {
      before = document.title
      document.title = title
    }
    const restore = () => {
      document.title = before
    }
    window.addEventListener('beforeprint', name)
    window.addEventListener('afterprint', restore)
    return () => {
      window.removeEventListener('beforeprint', name)
      window.removeEventListener('afterprint', restore)
    }
  }, [title])

  return createPortal(
    <div
      key={report.preview}
      className="report-on-paper"
      aria-hidden="true"
      ref={(place) => place?.replaceChildren(bodyOf(report.preview))}
    />,
    document.body,
  )
}
