import { useMutation } from '@tanstack/react-query'
import type { Person } from '../../../shared/contract/people.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { notify } from '../../ui/toast-store.ts'
import { type PersonOutcome, useNewPin } from './use-person-actions.ts'
import { draftOfVisitor, fieldsOfVisitor, type VisitorDraft } from './visitor-draft.ts'

/** Adding, changing, letting out and in, and a new PIN, each with what it says afterwards. */
export function useVisitorActions(outcome: PersonOutcome) {
  const t = useTranslate()
  const { people } = useApi()
  const add = useMutation(people.addVisitor.mutationOptions({ meta: { showsFailure: true } }))
  const update = useMutation(people.updateVisitor.mutationOptions({ meta: { showsFailure: true } }))
  const done = (text: string) => {
    notify({ tone: 'done', text })
    outcome.onClose()
  }

  function save(visitor: Person | undefined, draft: VisitorDraft) {
    const fields = fieldsOfVisitor(draft)
    if (visitor) {
      const { uid, isActive } = visitor
      update.mutate(
        { uid, isActive, ...fields },
        { onSuccess: ({ name }) => done(t('people.editor.updated', { name })) },
      )
      return
    }
    add.mutate(fields, {
      onSuccess({ person: { name }, oneTimePin }) {
        outcome.onPinIssued({ name, oneTimePin })
        done(t('people.editor.added', { name }))
      },
    })
  }

  function setActive(visitor: Person, isActive: boolean) {
    update.mutate(
      { uid: visitor.uid, ...fieldsOfVisitor(draftOfVisitor(visitor)), isActive },
      {
        onSuccess: ({ name }) =>
          done(t(isActive ? 'people.visitors.activated' : 'people.editor.deactivated', { name })),
      },
    )
  }

  return {
    save,
    setActive,
    ...useNewPin(outcome),
    isSaving: add.isPending || update.isPending,
    error: add.error ?? update.error ?? undefined,
  }
}
