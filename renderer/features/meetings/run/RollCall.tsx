import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import {
  ATTENDANCE_STATES,
  type Attendance,
  type AttendanceState,
  type Meeting,
  type MeetingDay,
} from '../../../../shared/contract/meetings.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'
import styles from './Run.module.css'
import { restOf } from './rest-of-roll.ts'

/** Expected until called: one click says that all are there, or how one person is. */
export function RollCall({ meeting, day }: { meeting: Meeting; day: MeetingDay }) {
  const t = useTranslate()
  const api = useApi()
  const cache = useQueryClient()
  const { uid } = meeting.meeting
  const save = useMutation(
    api.meetings.setAttendance.mutationOptions({
      onSuccess: (read) => cache.setQueryData(api.meetings.read.queryKey({ input: { meeting: uid } }), read),
    }),
  )
  const { isCalled } = meeting.meeting
  const everybody = () =>
    save.mutate({
      meeting: uid,
      attendance: restOf(meeting.attendance),
      onlyUncalled: true,
    })
  const present = meeting.attendance.filter(({ state }) => state !== 'absent')
  const called = meeting.attendance.filter((row) => row.isCalled).length
  const change = (
    row: Attendance,
    next: Partial<{ state: AttendanceState; reason: string | null; coveredBy: string | null }>,
  ) =>
    save.mutate({
      meeting: uid,
      attendance: [
        {
          person: row.person.uid,
          state: row.state,
          reason: row.reason,
          coveredBy: row.coveredBy?.uid ?? null,
          ...next,
        },
      ],
    })
  return (
    <>
      <div className={styles.called}>
        <span className={isCalled ? 'muted' : undefined} role="status">
          {t(`meetings.roll.${isCalled ? 'called' : called > 0 ? 'partly' : 'notCalled'}`, {
            ...{ present: present.length, absent: meeting.attendance.length - present.length },
            ...{ called, count: meeting.attendance.length },
          })}
        </span>
        {!isCalled && (
          <Button type="primary" size="small" loading={save.isPending} onClick={everybody}>
            {t(
              called === 0 && present.length === meeting.attendance.length ? 'meetings.roll.all' : 'meetings.roll.rest',
            )}
          </Button>
        )}
      </div>
      <ul className={styles.roll}>
        {meeting.attendance.map((row) => (
          <li key={row.person.uid} data-state={row.state} data-called={row.isCalled}>
            <div className={styles.rollHead}>
              <span>{row.person.name}</span>
              <span className={styles.choices} role="radiogroup" aria-label={row.person.name}>
                {ATTENDANCE_STATES.map((state) => (
                  // biome-ignore lint/a11y/useSemanticElements: three words beside a name, not a form of radio inputs
                  <button
                    key={state}
                    type="button"
                    role="radio"
                    aria-checked={row.isCalled && row.state === state}
                    onClick={() => change(row, { state })}
                  >
                    {t(`meetings.roll.${state}`)}
                  </button>
                ))}
              </span>
            </div>
            {row.state !== 'present' && (
              <div className={styles.rollMore}>
                <Input
                  size="small"
                  aria-label={t('meetings.roll.reason', { name: row.person.name })}
                  placeholder={t('meetings.roster.reason')}
                  maxLength={200}
                  defaultValue={row.reason ?? ''}
                  onBlur={({ target }) => target.value !== (row.reason ?? '') && change(row, { reason: target.value })}
                />
                {row.state === 'absent' && (
                  <Select
                    size="small"
                    allowClear
                    aria-label={t('meetings.roll.cover', { name: row.person.name })}
                    placeholder={t('meetings.roster.cover')}
                    value={row.coveredBy?.uid ?? null}
                    options={present.map(({ person }) => ({ value: person.uid, label: person.name }))}
                    onChange={(coveredBy) => change(row, { coveredBy: coveredBy ?? null })}
                  />
                )}
              </div>
            )}
          </li>
        ))}
        {day.roster.length === 0 && <li className="faint">{t('meetings.run.nothing')}</li>}
      </ul>
    </>
  )
}
