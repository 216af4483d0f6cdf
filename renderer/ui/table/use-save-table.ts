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

/** “Export what is shown”: the service makes a workbook of it, with days as dates and rates as percentages. */
export function useSaveTable(collect: () => Collected | Promise<Collected>) {
  const client = useClient()
  const language = useLanguage()
  const saving = useMutation({
    mutationFn: async () => {
      const { notice, ...table } = await collect()
      return { notice, ...(await client.reports.tableFile({ ...sendable(table), language })) }
    },
    onSuccess({ file, fileName, notice }) {
      if (file instanceof Blob) saveFile(file, fileName)
      if (notice !== undefined) notify({ tone: 'done', text: notice })
    },
  })
  return { save: () => saving.mutate(), isSaving: saving.isPending }
}
