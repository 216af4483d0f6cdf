import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Device } from '../../../shared/contract/devices.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { describeFields } from '../../services/describe-error.ts'
import { useApi } from '../../services/use-client.ts'
import { DraftLine } from '../../ui/drafts/DraftLine.tsx'
import { useDraft } from '../../ui/drafts/use-draft.ts'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { notify } from '../../ui/toast-store.ts'
import { DeviceForm } from './DeviceForm.tsx'
import { draftOf, fieldsOf } from './device-draft.ts'

/** Without a device: a new one. */
export function DeviceDrawer({ device, onClose }: { device: Device | undefined; onClose: () => void }) {
  const t = useTranslate()
  const api = useApi()
  const [start] = useState(() => draftOf(device))
  const [draft, setDraft] = useState(start)
  const [wasSubmitted, setSubmitted] = useState(false)
  const add = useMutation(api.devices.add.mutationOptions({ meta: { showsFailure: true } }))
  const update = useMutation(api.devices.update.mutationOptions({ meta: { showsFailure: true } }))
  const isDirty = JSON.stringify(draft) !== JSON.stringify(start)
  const unfinished = useDraft({
    id: `device/${device?.uid ?? 'new'}`,
    value: draft,
    isDirty,
    textOf: ({ name, number }) => name || number,
    onRestore: setDraft,
  })
  const error = add.error ?? update.error ?? undefined
  const isMissing = { name: draft.name.trim() === '', number: draft.number.trim() === '' }
  const problems = {
    ...describeFields(error, t),
    ...(wasSubmitted && isMissing.name && { name: t('errors.required') }),
    ...(wasSubmitted && isMissing.number && { number: t('errors.required') }),
  }

  function close() {
    unfinished.forget()
    onClose()
  }

  function save() {
    setSubmitted(true)
    if (isMissing.name || isMissing.number) return
    const fields = fieldsOf(draft)
    const onSuccess = ({ name }: Device) => {
      notify({ tone: 'done', text: t(device ? 'devices.editor.saved' : 'devices.editor.added', { name }) })
      close()
    }
    if (device) update.mutate({ uid: device.uid, ...fields }, { onSuccess })
    else add.mutate(fields, { onSuccess })
  }

  return (
    <FormDrawer
      isOpen
      title={device ? t('devices.editor.editTitle', { name: device.name }) : t('devices.editor.addTitle')}
      isDirty={isDirty}
      isSaving={add.isPending || update.isPending}
      error={error}
      onSave={save}
      onClose={close}
    >
      <DraftLine offer={unfinished.offer} />
      <DeviceForm draft={draft} problems={problems} onChange={(change) => setDraft({ ...draft, ...change })} />
    </FormDrawer>
  )
}
