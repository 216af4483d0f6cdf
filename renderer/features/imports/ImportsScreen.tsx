import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { ImportRun } from '../../../shared/contract/imports.ts'
import { IMPORT_KINDS, type ImportKind } from '../../../shared/domain/imports/columns.ts'
import { LEAD_ROLES } from '../../app/role-sets.ts'
import { useLocation } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useClient } from '../../services/use-client.ts'
import { Page } from '../../ui/Page.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { dismissToast } from '../../ui/toast-store.ts'
import { EarlierImports } from './EarlierImports.tsx'
import { guessKind } from './guess-kind.ts'
import { PickFile } from './PickFile.tsx'
import { ReviewFile } from './ReviewFile.tsx'
import { newReadingId } from './use-reading.ts'

export interface ImportOutcome extends Pick<ImportRun, 'uid' | 'kind' | 'fileName' | 'accepted' | 'skipped'> {
  /** The toast that offers to take the import back. */
  toast: number
}

export function ImportsScreen() {
  const t = useTranslate()
  const { person } = useSignedIn()
  const { params } = useLocation()
  const client = useClient()
  const [wanted, setWanted] = useState<ImportKind | undefined>(IMPORT_KINDS.find((kind) => kind === params.kind))
  const [result, setResult] = useState<ImportOutcome>()
  const stop = useRef(new AbortController())
  const [readingId] = useState(newReadingId)
  const reading = useMutation({
    meta: { showsFailure: true },
    mutationFn: async (file: File) => ({
      file,
      kind: wanted ?? (await guessKind(client, file, readingId, stop.current.signal)),
    }),
  })
  const mayImport = LEAD_ROLES.includes(person.role)

  /** Undo belongs to the result on screen: once that is gone, Ctrl+Z must not take back an import. */
  useEffect(() => (result ? () => dismissToast(result.toast) : undefined), [result])

  function pick(file: File) {
    stop.current = new AbortController()
    setResult(undefined)
    reading.mutate(file)
  }

  function cancel() {
    stop.current.abort()
    reading.reset()
  }

  if (reading.data) {
    return (
      <ReviewFile
        file={reading.data.file}
        firstKind={reading.data.kind}
        onLeave={reading.reset}
        onDone={(done) => {
          reading.reset()
          setResult(done)
        }}
      />
    )
  }
  return (
    <Page>
      <PageHeader title={t('imports.wizard.title')} lead={mayImport && t('imports.wizard.nothingSaved')} />
      {mayImport && (
        <PickFile
          kind={wanted}
          reading={reading.isPending ? reading.variables.name : undefined}
          readingId={readingId}
          error={reading.error}
          onKind={setWanted}
          onPick={pick}
          onCancel={cancel}
        />
      )}
      <EarlierImports result={result} mayUndo={mayImport} />
    </Page>
  )
}
