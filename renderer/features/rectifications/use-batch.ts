import { useMutation } from '@tanstack/react-query'
import type { Rectification } from '../../../shared/contract/rectifications.ts'
import type { BatchOutcome, BatchStep } from '../../../shared/contract/task-batches.ts'
import type { MessageKey } from '../../../shared/messages/message-key.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { notify } from '../../ui/toast-store.ts'

const NAMED_AT_MOST = 3
const WORKED_ON: readonly Rectification['state'][] = ['assigned', 'doing', 'waiting', 'returned']
const FROM: Record<BatchStep, readonly Rectification['state'][]> = {
  assign: ['found'],
  accept: ['assigned'],
  verify: ['submitted'],
  transfer: WORKED_ON,
  urge: WORKED_ON,
}

/** Steps that at least one of them could take where it stands; the service has the last word on each. */
export function stepsOf(tasks: readonly Rectification[]): BatchStep[] {
  return (Object.keys(FROM) as BatchStep[]).filter((step) => tasks.some(({ state }) => FROM[step].includes(state)))
}

export interface BatchGiven {
  note?: string
  ownerUid?: string
  queue?: NonNullable<Rectification['owner']['queue']>
  dueAt?: number
}

/** One step of several tasks: says how many were done, and of each other why not; offers to take it back. */
export function useBatch(onDone: () => void) {
  const t = useTranslate()
  const api = useApi()
  const undo = useMutation(api.taskBatches.undo.mutationOptions({ meta: { showsFailure: true }, onSuccess: sayUndone }))
  const run = useMutation(api.taskBatches.run.mutationOptions({ meta: { showsFailure: true } }))

  function refusals({ results }: BatchOutcome): string | undefined {
    const refused = results.filter(({ isDone }) => !isDone)
    if (refused.length === 0) return undefined
    const named = refused
      .slice(0, NAMED_AT_MOST)
      .map(({ no, reason }) =>
        t('taskBatches.refusedOne', { no, reason: t(`errors.${reason ?? 'forbidden'}` as MessageKey) }),
      )
    if (refused.length > NAMED_AT_MOST) named.push(t('taskBatches.andMore'))
    return t('taskBatches.refused', { count: refused.length, list: named.join(t('taskBatches.join')) })
  }

  /** Of the mutation itself: the bar of what was selected has long gone when somebody takes the step back. */
  function sayUndone(undone: BatchOutcome) {
    const more = refusals(undone)
    const count = undone.results.filter(({ isDone }) => isDone).length
    notify({ tone: more ? 'note' : 'done', text: t('taskBatches.undone', { count }), ...(more && { more }) })
  }

  function takeBack({ results }: BatchOutcome) {
    undo.mutate({ uids: results.filter(({ isDone }) => isDone).map(({ uid }) => uid) })
  }

  function take(step: BatchStep, tasks: readonly Rectification[], given: BatchGiven = {}) {
    run.mutate(
      { step, tasks: tasks.map(({ uid, state }) => ({ uid, from: state })), ...given },
      {
        onSuccess(outcome) {
          const name = t(`taskBatches.steps.${step}`)
          const count = outcome.results.filter(({ isDone }) => isDone).length
          const more = refusals(outcome)
          notify({
            tone: more ? 'note' : 'done',
            text: t(count > 0 ? 'taskBatches.done' : 'taskBatches.noneDone', { step: name, count }),
            ...(more && { more }),
            ...(outcome.mayUndo && { undo: () => takeBack(outcome) }),
          })
          onDone()
        },
      },
    )
  }

  return { take, isSaving: run.isPending, error: run.error ?? undefined }
}
