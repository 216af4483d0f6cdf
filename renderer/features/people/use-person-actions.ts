import { useMutation } from '@tanstack/react-query'
import type { Person } from '../../../shared/contract/people.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { notify } from '../../ui/toast-store.ts'
import type { IssuedPin } from './OneTimePinDialog.tsx'
import { draftOf, fieldsOf, type PersonDraft } from './person-draft.ts'

export interface PersonOutcome {
  onClose: () => void
  onPinIssued: (issued: IssuedPin) => void
}

/** Adding, changing, deactivating and a new PIN, each with what it says afterwards. */
export function usePersonActions({ onClose, onPinIssued }: PersonOutcome) {
  const t = useTranslate()
  const api = useApi()
  const add = useMutation(api.people.add.mutationOptions({ meta: { showsFailure: true } }))
  const update = useMutation(api.people.update.mutationOptions({ meta: { showsFailure: true } }))

  function save(person: Person | undefined, draft: PersonDraft) {
    const fields = fieldsOf(draft)
    if (person) {
      update.mutate(
        { uid: person.uid, isActive: person.isActive, ...fields },
        {
          onSuccess(saved) {
            notify({ tone: 'done', text: t('people.editor.updated', { name: saved.name }) })
            onClose()
          },
        },
      )
    } else {
      add.mutate(fields, {
        onSuccess(added) {
          notify({ tone: 'done', text: t('people.editor.added', { name: added.person.name }) })
          onPinIssued({ name: added.person.name, oneTimePin: added.oneTimePin })
          onClose()
        },
      })
    }
  }

  function setActive(person: Person, isActive: boolean) {
    const fields = { uid: person.uid, ...fieldsOf(draftOf(person)) }
    update.mutate(
      { ...fields, isActive },
      {
        onSuccess(saved) {
          notify({
            tone: 'done',
            text: t(isActive ? 'people.editor.activated' : 'people.editor.deactivated', { name: saved.name }),
            undo: () => update.mutate({ ...fields, isActive: !isActive }),
          })
          onClose()
        },
      },
    )
  }

  return {
    save,
    setActive,
    ...useNewPin({ onClose, onPinIssued }),
    isSaving: add.isPending || update.isPending,
    error: add.error ?? update.error ?? undefined,
  }
}

export function useNewPin({ onClose, onPinIssued }: PersonOutcome) {
  const resetPin = useMutation(useApi().people.resetPin.mutationOptions())
  function newPin({ uid, name }: Person) {
    resetPin.mutate(
      { uid },
      {
        onSuccess({ oneTimePin }) {
          onPinIssued({ name, oneTimePin })
          onClose()
        },
      },
    )
  }
  return { newPin, isResetting: resetPin.isPending }
}
