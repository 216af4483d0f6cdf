import { useMutation } from '@tanstack/react-query'
import type { ReportFormat, ReportKind } from '../../../shared/contract/reports.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { saveFile } from '../../services/save-file.ts'
import { useClient } from '../../services/use-client.ts'
import { notify } from '../../ui/toast-store.ts'
import { savePaper } from './save-paper.ts'

/** Word and Excel from the service under its own names; PDF from the printed form of this page. */
export function useReportFiles(kind: ReportKind, month: string, title: string) {
  const t = useTranslate()
  const client = useClient()
  const language = useLanguage()
  const download = useMutation({
    mutationFn: (format: ReportFormat) => client.reports.renderFile({ kind, month, language, format }),
    onSuccess({ file, fileName }) {
      if (!(file instanceof Blob)) return
      saveFile(file, fileName)
      notify({ tone: 'done', text: t('reportScreen.downloaded', { name: fileName }) })
    },
  })

  function print() {
    window.print()
  }

  return {
    download: download.mutate,
    making: download.isPending ? download.variables : undefined,
    print,
    pdf: () => void savePaper(title, t),
  }
}
