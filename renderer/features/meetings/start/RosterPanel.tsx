import { useMutation } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { MeetingDay } from '../../../../shared/contract/meetings.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormDrawer } from '../../../ui/FormDrawer.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import styles from './Start.module.css'

/** Who is due and who is known to be away; the roll-call begins from this. */
export function RosterPanel({ day, mayWrite }: { day: MeetingDay; mayWrite: boolean }) {
  const t = useTranslate()
  const api = useApi()
  const [isAdding, setAdding] = useState(false)
  const withdraw = useMutation(api.meetings.withdrawAbsence.mutationOptions())
  const away = day.roster.flatMap(({ absence }) => absence ?? [])
  return (
    <Panel
      title={
        day.isOpen
          ? t('meetings.roster.title', { count: day.roster.length - away.length })
          : t('meetings.roster.closedTitle')
      }
      extra={
        mayWrite && (
          <Button size="small" onClick={() => setAdding(true)}>
            {t('meetings.roster.announce')}
          </Button>
        )
      }
      isPadded
    >
      {away.length === 0 && <p className="faint">{t('meetings.roster.none')}</p>}
      <ul className={styles.away}>
        {away.map(({ person, reason, coveredBy, on }) => (
          <li key={person.uid}>
            <b>{person.name}</b>
            <span className="muted">
              {reason}
              {coveredBy && ` · ${t('meetings.roster.covered', { name: coveredBy.name })}`}
            </span>
            {mayWrite && (
              <Button type="text" size="small" onClick={() => withdraw.mutate({ on, person: person.uid })}>
                {t('meetings.roster.withdraw')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isAdding && <AbsenceForm day={day} onClose={() => setAdding(false)} />}
    </Panel>
  )
}

function AbsenceForm({ day, onClose }: { day: MeetingDay; onClose: () => void }) {
  const t = useTranslate()
  const announce = useMutation(useApi().meetings.announceAbsence.mutationOptions({ meta: { showsFailure: true } }))
  const [person, setPerson] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [coveredBy, setCoveredBy] = useState<string | null>(null)
  const options = day.roster.map(({ person: one }) => ({ value: one.uid, label: one.name }))
  const save = () => {
    if (person !== null) announce.mutate({ on: day.on, person, reason, coveredBy }, { onSuccess: onClose })
  }
  return (
    <FormDrawer
      title={t('meetings.roster.announce')}
      isOpen
      isDirty={person !== null || reason !== ''}
      isSaving={announce.isPending}
      error={announce.error}
      onSave={save}
      onClose={onClose}
    >
      <Field label={t('meetings.roster.person')}>
        {(ids) => (
          <Select
            {...ids}
            autoFocus
            showSearch={{ optionFilterProp: 'label' }}
            value={person}
            options={options}
            onChange={setPerson}
          />
        )}
      </Field>
      <Field label={t('meetings.roster.reason')}>
        {(ids) => (
          <Input
            {...ids}
            maxLength={200}
            placeholder={t('meetings.roster.reasonHint')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('meetings.roster.cover')} isOptional>
        {(ids) => (
          <Select
            {...ids}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={coveredBy}
            options={options.filter(({ value }) => value !== person)}
            onChange={(next) => setCoveredBy(next ?? null)}
          />
        )}
      </Field>
    </FormDrawer>
  )
}
