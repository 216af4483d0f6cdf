import { useMutation } from '@tanstack/react-query'
import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import type { calendar } from '../../../shared/contract/calendar.ts'
import { type CalendarDay, DAY_KINDS, type DayKind } from '../../../shared/contract/calendar.ts'
import type { InputOf } from '../../../shared/contract/index.ts'
import { formatDay, formatWeekday } from '../../app/formats.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Field } from '../../ui/Field.tsx'
import { Overlay } from '../../ui/Overlay.tsx'
import { notify } from '../../ui/toast-store.ts'
import styles from './Settings.module.css'

type Change = InputOf<typeof calendar.setDay>

/** One day by hand: its kind, whether the outlet opens, and why. */
export function DayDialog({ day, onClose }: { day: CalendarDay; onClose: () => void }) {
  const t = useTranslate()
  const language = useLanguage()
  const { calendar: api } = useApi()
  const [kind, setKind] = useState<DayKind>(day.kind)
  const [isOpen, setOpen] = useState(day.isOpen)
  const [name, setName] = useState(day.name ?? '')
  const set = useMutation(api.setDay.mutationOptions({ meta: { showsFailure: true } }))
  const back = useMutation(api.setDay.mutationOptions())
  const shownDay = formatDay(day.on, language)
  /** What brings the day back to how it stood. */
  const before: Change = day.isOverridden
    ? { on: day.on, kind: day.kind, isOpen: day.isOpen, name: day.name }
    : { on: day.on, kind: null, isOpen: null, name: null }

  function send(change: Change, text: string) {
    set.mutate(change, {
      onSuccess() {
        notify({ tone: 'done', text, undo: () => back.mutate(before) })
        onClose()
      },
    })
  }

  function save() {
    const state = t(isOpen ? 'settings.calendar.open' : 'settings.calendar.closed')
    const text = t('settings.calendar.saved', { day: shownDay, kind: t(`settings.calendar.kind.${kind}`), state })
    send({ on: day.on, kind, isOpen, name: name.trim() === '' ? null : name.trim() }, text)
  }

  return (
    <Overlay label={shownDay} width={440} onClose={onClose}>
      <form
        className={styles.dialog}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <h2>
          {shownDay} <span className="faint">{formatWeekday(day.on, language)}</span>
        </h2>
        {set.error && <Failure error={set.error} />}
        <Field label={t('settings.calendar.dayKind')}>
          {({ id }) => (
            <span id={id}>
              <Segmented<DayKind>
                value={kind}
                options={DAY_KINDS.map((one) => ({ value: one, label: t(`settings.calendar.kind.${one}`) }))}
                onChange={setKind}
              />
            </span>
          )}
        </Field>
        <Field label={t('settings.calendar.dayOpen')}>
          {({ id }) => (
            <span id={id}>
              <Segmented<boolean>
                value={isOpen}
                options={[
                  { value: true, label: t('settings.calendar.open') },
                  { value: false, label: t('settings.calendar.closed') },
                ]}
                onChange={setOpen}
              />
            </span>
          )}
        </Field>
        <Field label={t('settings.calendar.dayName')} isOptional>
          {(ids) => (
            <Input
              {...ids}
              autoComplete="off"
              maxLength={40}
              value={name}
              placeholder={t('settings.calendar.dayNameExample')}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <div className={styles.foot}>
          {day.isOverridden && (
            <Button
              onClick={() =>
                send(
                  { on: day.on, kind: null, isOpen: null, name: null },
                  t('settings.calendar.restored', { day: shownDay }),
                )
              }
            >
              {t('settings.calendar.official')}
            </Button>
          )}
          <span className={styles.gap} />
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={set.isPending}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Overlay>
  )
}
