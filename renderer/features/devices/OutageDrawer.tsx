import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Device, Outage } from '../../../shared/contract/devices.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { serviceNow } from '../../services/clock.ts'
import { describeFields } from '../../services/describe-error.ts'
import { useApi } from '../../services/use-client.ts'
import { DraftLine } from '../../ui/drafts/DraftLine.tsx'
import { useDraft } from '../../ui/drafts/use-draft.ts'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { notify } from '../../ui/toast-store.ts'
import { OutageForm } from './OutageForm.tsx'
import { draftOf, isCorrection, MOMENTS, timesOf } from './outage-draft.ts'
import { WithdrawOutage } from './WithdrawOutage.tsx'

interface OutageDrawerProps {
  /** Absent: one that is entered later. */
  outage?: Outage | undefined
  /** Chosen beforehand. */
  device?: string | undefined
  devices: readonly Device[]
  onClose: () => void
}

export function OutageDrawer({ outage, device, devices, onClose }: OutageDrawerProps) {
  const t = useTranslate()
  const api = useApi()
  const { zone } = useSignedIn()
  const [start] = useState(() => draftOf(outage, device ?? null, zone, serviceNow()))
  const [draft, setDraft] = useState(start)
  const [wasSubmitted, setSubmitted] = useState(false)
  const enter = useMutation(api.devices.enterOutage.mutationOptions({ meta: { showsFailure: true } }))
  const update = useMutation(api.devices.updateOutage.mutationOptions({ meta: { showsFailure: true } }))
  const isDirty = JSON.stringify(draft) !== JSON.stringify(start)
  const unfinished = useDraft({
    id: `outage/${outage?.uid ?? 'new'}`,
    value: draft,
    isDirty,
    textOf: ({ reason, startAt }) => reason || `${startAt.day ?? ''} ${startAt.clock}`,
    onRestore: setDraft,
  })
  const times = timesOf(draft, start, outage, zone)
  const needsReason = isCorrection(times, draft.isPartial, outage)
  const error = enter.error ?? update.error ?? undefined
  const wrong = {
    ...Object.fromEntries(
      MOMENTS.filter((name) => times[name] === undefined).map((name) => [name, t('errors.clockFormat')]),
    ),
    ...(times.startAt === null && { startAt: t('errors.required') }),
    ...(draft.device === null && { device: t('errors.required') }),
    ...(needsReason && draft.correction.trim() === '' && { correction: t('errors.required') }),
  }

  function close() {
    unfinished.forget()
    onClose()
  }

  function save() {
    setSubmitted(true)
    const { startAt, endAt, calledAt, arrivedAt, repairedAt } = times
    if (Object.keys(wrong).length > 0 || draft.device === null || typeof startAt !== 'number') return
    const fields = {
      ...{ startAt, endAt: endAt ?? null, calledAt: calledAt ?? null },
      ...{ arrivedAt: arrivedAt ?? null, repairedAt: repairedAt ?? null, isPartial: draft.isPartial },
      reason: draft.reason.trim() || null,
      ticket: draft.ticket.trim() || null,
      vendor: draft.vendor.trim() || null,
    }
    const onSuccess = () => {
      notify({ tone: 'done', text: t('devices.outage.saved') })
      close()
    }
    if (outage) {
      const correction = needsReason ? draft.correction.trim() : null
      update.mutate({ uid: outage.uid, basedOn: outage.revision, ...fields, correction }, { onSuccess })
    } else enter.mutate({ device: draft.device, ...fields }, { onSuccess })
  }

  return (
    <FormDrawer
      isOpen
      title={outage ? t('devices.outage.editTitle', { name: outage.device.name }) : t('devices.outage.enterTitle')}
      isDirty={isDirty}
      isSaving={enter.isPending || update.isPending}
      error={error}
      onSave={save}
      onClose={close}
      extra={outage && <WithdrawOutage outage={outage} onDone={close} />}
    >
      <DraftLine offer={unfinished.offer} />
      <OutageForm
        draft={draft}
        devices={outage ? undefined : devices}
        problems={{ ...describeFields(error, t), ...(wasSubmitted && wrong) }}
        needsReason={needsReason}
        onChange={(change) => setDraft({ ...draft, ...change })}
      />
    </FormDrawer>
  )
}
