import { useMutation } from '@tanstack/react-query'
import type { ChecklistItem, ItemWording, RoundId, Zone } from '../../../shared/contract/checklists.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { notify } from '../../ui/toast-store.ts'
import { draftOf, wordingFrom } from './item-draft.ts'

const SHOWN = { meta: { showsFailure: true } }

/** Every edit of the checklist, each with what it says afterwards and the way back. */
export function useChecklistActions() {
  const t = useTranslate()
  const { checklists: api } = useApi()
  const reword = useMutation(api.rewordItem.mutationOptions(SHOWN))
  const add = useMutation(api.addItem.mutationOptions(SHOWN))
  const back = useMutation(api.rewordItem.mutationOptions())
  const flip = useMutation(api.switchItems.mutationOptions())
  const move = useMutation(api.moveItems.mutationOptions())
  const order = useMutation(api.orderZones.mutationOptions())

  function save(item: ChecklistItem | undefined, wording: ItemWording, onDone: (saved: ChecklistItem) => void) {
    if (!item) {
      add.mutate(
        { wording },
        {
          onSuccess(saved) {
            notify({
              tone: 'done',
              text: t('checklists.editor.added', { item: saved.zh }),
              undo: () => flip.mutate({ ids: [saved.id], isOn: false }),
            })
            onDone(saved)
          },
        },
      )
      return
    }
    reword.mutate(
      { id: item.id, wording, basedOn: item.version },
      {
        onSuccess(saved) {
          const was = wordingFrom(draftOf(item, item.zone, item.order))
          notify({
            tone: 'done',
            text: t('checklists.editor.saved', { item: saved.zh }),
            undo: () => back.mutate({ id: item.id, wording: was, basedOn: saved.version }),
          })
          onDone(saved)
        },
      },
    )
  }

  function switchItems(items: readonly ChecklistItem[], isOn: boolean) {
    const ids = items.filter((item) => item.isOn !== isOn).map(({ id }) => id)
    if (ids.length === 0) return
    flip.mutate(
      { ids, isOn },
      {
        onSuccess: () =>
          notify({
            tone: 'done',
            text: t(isOn ? 'checklists.batch.switchedOn' : 'checklists.batch.switchedOff', { count: ids.length }),
            undo: () => flip.mutate({ ids, isOn: !isOn }),
          }),
      },
    )
  }

  function moveItems(items: readonly ChecklistItem[], rounds: RoundId[], onDone: () => void) {
    const before = items.map((item) => ({ id: item.id, rounds: item.rounds }))
    move.mutate(
      { items: items.map(({ id }) => ({ id, rounds })) },
      {
        onSuccess() {
          notify({
            tone: 'done',
            text: t('checklists.batch.moved', { count: items.length }),
            undo: () => move.mutate({ items: before }),
          })
          onDone()
        },
      },
    )
  }

  function moveZone(zones: readonly Zone[], id: string, step: -1 | 1) {
    const before = zones.map((zone) => zone.id)
    const from = before.indexOf(id)
    const to = from + step
    if (from < 0 || to < 0 || to >= before.length) return
    const ids = before.filter((other) => other !== id)
    ids.splice(to, 0, id)
    order.mutate(
      { ids },
      {
        onSuccess: () =>
          notify({ tone: 'done', text: t('checklists.zone.moved'), undo: () => order.mutate({ ids: before }) }),
      },
    )
  }

  return {
    save,
    switchItems,
    moveItems,
    moveZone,
    isSaving: reword.isPending || add.isPending,
    isMoving: move.isPending,
    error: reword.error ?? add.error ?? undefined,
  }
}
