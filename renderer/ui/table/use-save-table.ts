import { useMutation } from '@tanstack/react-query'
import { useLanguage } from '../../app/use-translate.ts'
import { saveFile } from '../../services/save-file.ts'
import { useClient } from '../../services/use-client.ts'
import { notify } from '../toast-store.ts'
import { type ShownTable, sendable } from './sendable-table.ts'

interface Collected extends ShownTable {
  /** Said in the corner once the file is there. */
  notice?: string
}

type TableFormat = 'xlsx' | 'csv'

/** “Export what is shown”: the service makes a workbook (days as dates, rates as percentages) or CSV of it. */
export function useSaveTable(collect: () => Collected | Promise<Collected>) {
  const client = useClient()
  const language = useLanguage()
  const saving = useMutation({
    mutationFn: async (format: TableFormat) => {
      const { notice, ...table } = await collect()
      return { notice, ...(await client.reports.tableFile({ ...sendable(table), format, language })) }
    },
    onSuccess({ file, fileName, notice }) {
      if (file instanceof Blob) saveFile(file, fileName)
      if (notice !== undefined) notify({ tone: 'done', text: notice })
    },
  })
  return {
    save: () => saving.mutate('xlsx'),
    saveCsv: () => saving.mutate('csv'),
    isSaving: saving.isPending,
  }
}
