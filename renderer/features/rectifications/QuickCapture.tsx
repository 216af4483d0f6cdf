import { useMutation } from '@tanstack/react-query'
import { Button, DatePicker, Input, Segmented, Select } from 'antd'
import dayjs from 'dayjs'
import { type FormEvent, useId, useState } from 'react'
import { SEVERITIES, type Severity } from '../../../shared/contract/checklists.ts'
import { SOURCES } from '../../../shared/contract/rectifications.ts'
import { instantOf, parseClock } from '../../../shared/domain/business-day.ts'
import { formatInstant, shortInstant } from '../../app/formats.ts'
import { navigate, routeStore } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { serviceNow } from '../../services/clock.ts'
import { useApi } from '../../services/use-client.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DraftLine } from '../../ui/drafts/DraftLine.tsx'
import { useDraft } from '../../ui/drafts/use-draft.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Field } from '../../ui/Field.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { PhotoField } from '../../ui/photos/PhotoField.tsx'
import { usePhotoList } from '../../ui/photos/use-photo-list.ts'
import { useSaveWithPhotos } from '../../ui/photos/use-save-with-photos.ts'
import { notify } from '../../ui/toast-store.ts'
import { closeCapture } from './capture-store.ts'
import { OwnerPicker } from './OwnerPicker.tsx'
import styles from './QuickCapture.module.css'
import { type OwnerChoice, splitOwner, useZones } from './use-names.ts'

interface Draft {
  description: string
  severity: Severity
  source: (typeof SOURCES)[number]
  zone: string | null
  owner: OwnerChoice | undefined
  photos: string[]
  /** Of a complaint; now where nothing is chosen. */
  receivedAt: number | undefined
}

const EMPTY: Draft = {
  description: '',
  severity: 'minor',
  source: 'self-report',
  zone: null,
  owner: undefined,
  photos: [],
  receivedAt: undefined,
}

/** A fault found outside a round: one sentence is enough, the rest has a proposal. */
export function QuickCapture() {
  const t = useTranslate()
  const formId = useId()
  const { zone } = useSignedIn()
  const zones = useZones()
  const [draft, setDraft] = useState(EMPTY)
  const [wasSubmitted, setSubmitted] = useState(false)
  const open = useMutation(useApi().rectifications.open.mutationOptions({ meta: { showsFailure: true } }))
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const list = usePhotoList(draft.photos, (photos) => change({ photos }))
  const unfinished = useDraft({
    id: 'task/new',
    value: draft,
    isDirty: draft.description.trim() !== '',
    textOf: ({ description }) => description,
    onRestore: setDraft,
  })
  const isMissing = draft.description.trim() === ''

  function close() {
    unfinished.forget()
    closeCapture()
  }

  function save() {
    if (isMissing || open.isPending) return
    const { ownerUid = null, queue = null } = splitOwner(draft.owner)
    const { description, severity, source, photos } = draft
    const receivedAt = source === 'complaint' ? draft.receivedAt : undefined
    open.mutate(
      {
        description: description.trim(),
        severity,
        source,
        zone: draft.zone,
        item: null,
        ownerUid,
        queue,
        photos,
        ...(receivedAt && { receivedAt }),
      },
      {
        onSuccess(task) {
          notify({
            tone: 'done',
            text: t('rectifications.capture.done', { no: task.no }),
            more: t('rectifications.capture.doneText', { due: shortInstant(task.dueAt, serviceNow(), zone) }),
          })
          close()
          navigateIfThere(task.uid)
        },
      },
    )
  }

  const saving = useSaveWithPhotos(list, save)

  function submit(event: FormEvent) {
    event.preventDefault()
    setSubmitted(true)
    saving.save()
  }

  return (
    <Dialog
      open
      width={560}
      title={t('rectifications.capture.title')}
      onCancel={close}
      footer={[
        <Button key="cancel" onClick={close}>
          {t('common.cancel')}
        </Button>,
        <Button key="save" type="primary" htmlType="submit" form={formId} loading={open.isPending || saving.isWaiting}>
          {t('rectifications.capture.save')} <Kbd keys="Ctrl+Enter" onDark />
        </Button>,
      ]}
    >
      <form
        id={formId}
        className={styles.form}
        noValidate
        onSubmit={submit}
        onPaste={list.paste}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
        }}
      >
        <DraftLine offer={unfinished.offer} />
        {Boolean(open.error) && <Failure error={open.error} />}
        <Field
          label={t('rectifications.capture.description')}
          error={wasSubmitted && isMissing ? t('errors.required') : undefined}
        >
          {(ids) => (
            <Input.TextArea
              {...ids}
              autoFocus
              rows={2}
              maxLength={1000}
              value={draft.description}
              placeholder={t('rectifications.capture.descriptionHint')}
              onChange={(event) => change({ description: event.target.value })}
            />
          )}
        </Field>
        <div className={styles.pair}>
          <Field label={t('rectifications.capture.severity')}>
            {() => (
              <Segmented<Severity>
                block
                value={draft.severity}
                aria-label={t('rectifications.capture.severity')}
                options={SEVERITIES.map((value) => ({ value, label: t(`rectifications.severities.${value}`) }))}
                onChange={(severity) => change({ severity })}
              />
            )}
          </Field>
          <Field label={t('rectifications.capture.zone')} isOptional>
            {(ids) => (
              <Select
                {...ids}
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                value={draft.zone}
                options={zones.options}
                onChange={(chosen) => change({ zone: chosen ?? null })}
              />
            )}
          </Field>
          <Field label={t('rectifications.capture.owner')} isOptional>
            {(ids) => (
              <OwnerPicker
                {...ids}
                value={draft.owner}
                placeholder={t('rectifications.capture.ownerHint')}
                onChange={(owner) => change({ owner })}
              />
            )}
          </Field>
          <Field label={t('rectifications.capture.source')}>
            {(ids) => (
              <Select
                {...ids}
                value={draft.source}
                options={SOURCES.map((value) => ({ value, label: t(`rectifications.sources.${value}`) }))}
                onChange={(source) => change({ source })}
              />
            )}
          </Field>
        </div>
        {draft.source === 'complaint' && (
          <Field label={t('complaintClocks.received')} isOptional help={t('complaintClocks.receivedHelp')}>
            {(ids) => (
              <DatePicker
                {...ids}
                showTime={{ format: 'HH:mm', minuteStep: 5 }}
                format="YYYY-MM-DD HH:mm"
                needConfirm={false}
                value={draft.receivedAt === undefined ? null : dayjs(formatInstant(draft.receivedAt, zone))}
                onChange={(at) => {
                  const [day, clock] = at?.format('YYYY-MM-DD HH:mm').split(' ') ?? []
                  change({ receivedAt: day && clock ? instantOf(day, parseClock(clock), zone) : undefined })
                }}
              />
            )}
          </Field>
        )}
        <Field label={t('rectifications.capture.photos')} isOptional help={t('rectifications.capture.dueHint')}>
          {() => <PhotoField list={list} />}
        </Field>
      </form>
    </Dialog>
  )
}

/** On the list the new card opens; on another screen the person goes on with what they were doing. */
function navigateIfThere(uid: string): void {
  if (routeStore.getState().path === '/rectifications') navigate('/rectifications', { group: 'open', task: uid })
}
