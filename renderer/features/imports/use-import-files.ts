import { useMutation } from '@tanstack/react-query'
import type { BinaryFile } from '../../../shared/binary-file.ts'
import type { ImportKind } from '../../../shared/domain/imports/columns.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { saveFile } from '../../services/save-file.ts'
import { useClient } from '../../services/use-client.ts'
import { notify } from '../../ui/toast-store.ts'
import type { Decisions } from './decisions.ts'

function useDownload() {
  const t = useTranslate()
  return ({ file, fileName }: { file: BinaryFile; fileName: string }) => {
    if (!(file instanceof Blob)) return
    saveFile(file, fileName)
    notify({ tone: 'done', text: t('imports.wizard.downloaded', { name: fileName }) })
  }
}

export function useTemplate() {
  const client = useClient()
  const language = useLanguage()
  const template = useMutation({
    mutationFn: (kind: ImportKind) => client.imports.templateFile({ kind, language }),
    onSuccess: useDownload(),
  })
  return { run: template.mutate, making: template.isPending ? template.variables : undefined }
}

/** The same file with a red column that names each problem. */
export function useProblemsFile(file: File, kind: ImportKind, decisions: Decisions) {
  const client = useClient()
  const language = useLanguage()
  const download = useMutation({
    mutationFn: () => client.imports.problemsFile({ kind, file, fileName: file.name, decisions, language }),
    onSuccess: useDownload(),
  })
  return { run: () => download.mutate(), isBusy: download.isPending }
}
