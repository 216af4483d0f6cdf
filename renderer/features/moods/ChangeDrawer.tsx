import { useMutation } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslate } from '../../app/use-translate.ts'
import { describeFields } from '../../services/describe-error.ts'
import { useApi } from '../../services/use-client.ts'
import { Field } from '../../ui/Field.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { notify } from '../../ui/toast-store.ts'

const MOST_LETTERS = 200

export function ChangeDrawer({ onClose }: { onClose: () => void }) {
  const t = useTranslate()
  const [draft, setDraft] = useState({ heard: '', did: '' })
  const add = useMutation(useApi().moods.addChange.mutationOptions({ meta: { showsFailure: true } }))
  const wrong = describeFields(add.error, t)

  function save() {
    add.mutate(draft, {
      onSuccess() {
        notify({ tone: 'done', text: t('moods.team.saved') })
        onClose()
      },
    })
  }

  return (
    <FormDrawer
      title={t('moods.team.add')}
      isOpen
      isDirty={draft.heard !== '' || draft.did !== ''}
      isSaving={add.isPending}
      error={add.error}
      onSave={save}
      onClose={onClose}
    >
      <Field label={t('moods.team.heard')} help={t('moods.team.heardHelp')} error={wrong.heard}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            rows={3}
            maxLength={MOST_LETTERS}
            value={draft.heard}
            onChange={(event) => setDraft({ ...draft, heard: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('moods.team.doing')} error={wrong.did}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            rows={3}
            maxLength={MOST_LETTERS}
            value={draft.did}
            onChange={(event) => setDraft({ ...draft, did: event.target.value })}
          />
        )}
      </Field>
    </FormDrawer>
  )
}
