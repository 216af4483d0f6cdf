import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { RectificationCard } from '../../../shared/contract/rectifications.ts'
import { textIn } from '../../../shared/messages/text-in.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { describeError } from '../../services/describe-error.ts'
import { useApi } from '../../services/use-client.ts'
import { notify } from '../../ui/toast-store.ts'
import { actInput, isAct, type MoveDraft, moveInput, type Step } from './move-draft.ts'

/** One step of a task; a step somebody else took meanwhile shows the newest card instead of a fault. */
export function useTaskMove({ onDone }: { onDone: () => void }) {
  const t = useTranslate()
  const language = useLanguage()
  const api = useApi()
  const cache = useQueryClient()
  const move = useMutation(api.rectifications.move.mutationOptions({ meta: { showsFailure: true } }))
  const act = useMutation(api.rectifications.act.mutationOptions({ meta: { showsFailure: true } }))

  function sayMovedMeanwhile() {
    notify({
      tone: 'note',
      text: t('rectifications.movedMeanwhile'),
      more: t('rectifications.movedMeanwhileText'),
    })
  }

  function run(task: RectificationCard['task'], step: Step, draft: MoveDraft) {
    move.reset()
    act.reset()
    const reset = isAct(step) ? act.reset : move.reset
    const ends = {
      onSuccess(card: RectificationCard) {
        cache.setQueryData(api.rectifications.card.queryKey({ input: { uid: task.uid } }), card)
        notify({ tone: 'done', text: t('rectifications.moved', { no: task.no, move: textIn(step, language) }) })
        onDone()
      },
      onError(error: unknown) {
        if (describeError(error, t).code !== 'conflict') return
        sayMovedMeanwhile()
        void cache.invalidateQueries({ queryKey: api.rectifications.key() })
        reset()
        onDone()
      },
    }
    if (isAct(step)) act.mutate(actInput(task, step, draft), ends)
    else move.mutate(moveInput(task, step, draft), ends)
  }

  const isSaving = move.isPending || act.isPending
  return { run, isSaving, error: move.error ?? act.error ?? undefined, sayMovedMeanwhile }
}
