import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import type { Rectification } from '../../../shared/contract/rectifications.ts'
import type { BatchStep } from '../../../shared/contract/task-batches.ts'
import { addDays, instantOf } from '../../../shared/domain/business-day.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { DayField } from '../../ui/DayField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Field } from '../../ui/Field.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { NoteField } from './NoteField.tsx'
import { OwnerPicker } from './OwnerPicker.tsx'
import styles from './TaskCard.module.css'
import { useBatch } from './use-batch.ts'
import { type OwnerChoice, splitOwner } from './use-names.ts'

const EVENING_MINUTE = 17 * 60

interface BatchDialogProps {
  step: BatchStep
  tasks: readonly Rectification[]
  onDone: () => void
  onClose: () => void
}

/** What a step asks for, once for all of them: to whom and by when, or a line on what was seen. */
export function BatchDialog({ step, tasks, onDone, onClose }: BatchDialogProps) {
  const t = useTranslate()
  const formId = useId()
  const { zone, today } = useSignedIn()
  const [owner, setOwner] = useState<OwnerChoice>()
  const [dueOn, setDueOn] = useState<string | null>(addDays(today, 1))
  const [note, setNote] = useState('')
  const [wasTried, setTried] = useState(false)
  const { take, isSaving, error } = useBatch(() => {
    onClose()
    onDone()
  })
  const asksOwner = step === 'assign' || step === 'transfer'
  const asksNote = step === 'verify' || step === 'transfer'
  const missing = {
    owner: asksOwner && owner === undefined,
    due: step === 'assign' && dueOn === null,
    note: asksNote && note.trim() === '',
  }
  const name = t(`taskBatches.steps.${step}`)
  const required = (isMissing: boolean) => (wasTried && isMissing ? t('errors.required') : undefined)

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (Object.values(missing).some(Boolean) || isSaving) return
    take(step, tasks, {
      ...(asksOwner && splitOwner(owner)),
      ...(step === 'assign' && dueOn !== null && { dueAt: instantOf(dueOn, EVENING_MINUTE, zone) }),
      ...(asksNote && { note: note.trim() }),
    })
  }

  return (
    <Dialog
      open
      width={480}
      title={t('taskBatches.title', { step: name, count: tasks.length })}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t('common.cancel')}
        </Button>,
        <Button key="save" type="primary" htmlType="submit" form={formId} loading={isSaving}>
          {name} <Kbd keys="Ctrl+Enter" onDark />
        </Button>,
      ]}
    >
      <form
        id={formId}
        className={styles.form}
        noValidate
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
        }}
      >
        {Boolean(error) && <Failure error={error} />}
        {asksOwner && (
          <Field label={t('rectifications.form.owner')} error={required(missing.owner)}>
            {(ids) => <OwnerPicker {...ids} isFirst value={owner} onChange={setOwner} />}
          </Field>
        )}
        {step === 'assign' && (
          <Field label={t('taskBatches.due')} error={required(missing.due)}>
            {(ids) => <DayField {...ids} value={dueOn} onChange={setDueOn} />}
          </Field>
        )}
        {asksNote && (
          <NoteField
            requirement={step === 'verify' ? 'check-note' : 'reason'}
            isFirst={!asksOwner}
            draft={{ note }}
            problems={{ 'check-note': required(missing.note), reason: required(missing.note) }}
            onChange={(change) => setNote(change.note)}
          />
        )}
      </form>
    </Dialog>
  )
}
