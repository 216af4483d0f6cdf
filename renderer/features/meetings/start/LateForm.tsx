import { useMutation } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useState } from 'react'
import type { MeetingDay } from '../../../../shared/contract/meetings.ts'
import { instantOf, parseClock } from '../../../../shared/domain/business-day.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { describeFields } from '../../../services/describe-error.ts'
import { useApi } from '../../../services/use-client.ts'
import { ClockField, isClock } from '../../../ui/ClockField.tsx'
import { DayField } from '../../../ui/DayField.tsx'
import { Field } from '../../../ui/Field.tsx'
import { FormDrawer } from '../../../ui/FormDrawer.tsx'
import { useMeetingWords } from '../use-meeting-words.ts'
import styles from './Start.module.css'
import type { Entering } from './StartPage.tsx'

interface LateFormProps {
  day: MeetingDay
  entering: Entering
  onOpen: (meeting: string) => void
  onClose: () => void
}

/** A meeting that was held and not logged. Today by anybody, an earlier day by the head with a reason. */
export function LateForm({ day, entering, onOpen, onClose }: LateFormProps) {
  const t = useTranslate()
  const words = useMeetingWords()
  const api = useApi()
  const { zone, person, today } = useSignedIn()
  const { kind } = entering
  const isHead = person.role === 'outlet-head'
  const templates = day.templates.filter((one) => one.kind === kind && !one.isOff)
  const proposal = day.proposals.find((one) => one.kind === kind)
  const [on, setOn] = useState(entering.on)
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const [templateId, setTemplateId] = useState(proposal?.templateId ?? templates[0]?.id ?? '')
  const [host, setHost] = useState(proposal?.host?.uid ?? null)
  const options = { meta: { showsFailure: true } }
  const late = useMutation(api.meetings.enterLate.mutationOptions(options))
  const past = useMutation(api.meetings.enterPast.mutationOptions(options))
  const isPast = on < today
  const error = isPast ? past.error : late.error
  const problems: Record<string, string> = error ? describeFields(error, t) : {}

  function save() {
    if (!isClock(from) || !isClock(to) || host === null) return
    const held = {
      ...{ on, kind, templateId, host },
      startedAt: instantOf(on, parseClock(from), zone),
      endedAt: instantOf(on, parseClock(to), zone),
    }
    const opened = { onSuccess: ({ meeting }: { meeting: { uid: string } }) => onOpen(meeting.uid) }
    if (isPast) past.mutate({ ...held, reason }, opened)
    else late.mutate(held, opened)
  }
  return (
    <FormDrawer
      title={t('meetings.lateForm.title', { kind: t(`meetings.kind.${kind}`) })}
      isOpen
      isDirty={from !== '' || to !== '' || reason !== ''}
      isSaving={late.isPending || past.isPending}
      error={error}
      saveLabel={t('meetings.lateForm.go')}
      onSave={save}
      onClose={onClose}
    >
      <p className="muted">{t('meetings.lateForm.text')}</p>
      <Field label={t('meetings.lateForm.on')} error={problems.on}>
        {(ids) =>
          isHead ? (
            <DayField {...ids} value={on} onChange={(next) => next && setOn(next)} />
          ) : (
            <Input {...ids} value={on} readOnly />
          )
        }
      </Field>
      <div className={styles.pair}>
        <Field label={t('meetings.lateForm.from')} error={problems.startedAt}>
          {(ids) => <ClockField {...ids} value={from} onChange={setFrom} />}
        </Field>
        <Field label={t('meetings.lateForm.to')} error={problems.endedAt}>
          {(ids) => <ClockField {...ids} value={to} onChange={setTo} />}
        </Field>
      </div>
      <Field label={t('meetings.start.template')}>
        {(ids) => (
          <Select
            {...ids}
            value={templateId}
            options={templates.map((one) => ({ value: one.id, label: words.text(one.name) }))}
            onChange={setTemplateId}
          />
        )}
      </Field>
      <Field label={t('meetings.start.host')} error={problems.host}>
        {(ids) => (
          <Select
            {...ids}
            showSearch={{ optionFilterProp: 'label' }}
            value={host}
            options={day.roster
              .filter(({ mayHost }) => mayHost)
              .map(({ person: one }) => ({ value: one.uid, label: one.name }))}
            onChange={setHost}
          />
        )}
      </Field>
      {isPast && (
        <Field label={t('meetings.lateForm.reason')} error={problems.reason}>
          {(ids) => (
            <Input {...ids} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
      )}
    </FormDrawer>
  )
}
