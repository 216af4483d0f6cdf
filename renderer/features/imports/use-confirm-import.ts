import { useMutation } from '@tanstack/react-query'
import type { imports } from '../../../shared/contract/imports.ts'
import type { InputOf } from '../../../shared/contract/index.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { notify } from '../../ui/toast-store.ts'
import { useUndoImport } from './EarlierImports.tsx'
import type { ImportOutcome } from './ImportsScreen.tsx'

export function useConfirmImport(onDone: (outcome: ImportOutcome) => void) {
  const t = useTranslate()
  const { undo } = useUndoImport()
  const confirm = useMutation(useApi().imports.confirmFile.mutationOptions())

  function run(input: InputOf<typeof imports.confirmFile>) {
    confirm.mutate(input, {
      onSuccess({ importUid, accepted, skipped }) {
        const outcome = { uid: importUid, kind: input.kind, fileName: input.fileName, accepted, skipped }
        const toast = notify({
          tone: 'done',
          text: t('imports.wizard.done', { count: accepted }),
          ...(skipped > 0 && { more: t('imports.wizard.doneSkipped', { count: skipped }) }),
          undo: () => undo(outcome),
        })
        onDone({ ...outcome, toast })
      },
    })
  }

  return { run, isBusy: confirm.isPending }
}
