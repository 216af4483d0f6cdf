import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { CalendarDay } from '../../../shared/contract/calendar.ts'
import { addDays } from '../../../shared/domain/business-day.ts'
import type { MessageKey, Translate } from '../../../shared/messages/message-key.ts'
import { formatDay } from '../../app/formats.ts'
import { useKeyHints } from '../../app/key-hints.ts'
import { useSignedIn } from '../../app/session.ts'
import { useCommands } from '../../app/use-commands.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { Failure } from '../../ui/Failure.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { DayDialog } from './DayDialog.tsx'
import styles from './Settings.module.css'
import { type YearMonth, yearGrid } from './year-grid.ts'

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** The outlet's calendar of one year: what the official table says and what was changed by hand. */
export function YearPage({ mayEdit }: { mayEdit: boolean }) {
  const t = useTranslate()
  const { today } = useSignedIn()
  const [year, setYear] = useState(Number(today.slice(0, 4)))
  const [current, setCurrent] = useState(today)
  const [opened, setOpened] = useState<CalendarDay>()
  const frame = useRef<HTMLDivElement>(null)
  const range = { from: `${year}-01-01`, to: `${year}-12-31` }
  const days = useQuery(useApi().calendar.days.queryOptions({ input: range, placeholderData: (before) => before }))
  const isUncertain = days.data?.some(({ isCertain }) => !isCertain) ?? false

  function move(step: number) {
    setYear(year + step)
    setCurrent(`${year + step}${current.slice(4)}`.replace('-02-29', '-02-28'))
  }

  useCommands([
    { id: 'calendar-previous', key: 'settings.calendar.previous', shortcut: '[', run: () => move(-1) },
    { id: 'calendar-next', key: 'settings.calendar.next', shortcut: ']', run: () => move(1) },
  ])
  useKeyHints([
    { keys: ['Left', 'Right', 'Up', 'Down'], text: t('settings.hints.days') },
    ...(mayEdit ? [{ keys: ['Enter'], text: t('settings.hints.change') }] : []),
    { keys: ['[', ']'], text: t('settings.hints.year') },
  ])

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = addDays(current, step)
    if (Number(next.slice(0, 4)) !== year) return
    setCurrent(next)
    frame.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus()
  }

  if (days.error && !days.data) return <Failure error={days.error} onRetry={() => void days.refetch()} />
  if (!days.data) return <LoadingRows rows={8} />
  const shown = days.data
  return (
    <>
      <div className={styles.yearBar}>
        <Button aria-label={t('settings.calendar.previous')} onClick={() => move(-1)}>
          {'‹'}
        </Button>
        <h2>{t('settings.calendar.title', { year })}</h2>
        <Button aria-label={t('settings.calendar.next')} onClick={() => move(1)}>
          {'›'}
        </Button>
        <span className="muted">
          {t('settings.calendar.summary', {
            open: shown.filter(({ isOpen }) => isOpen).length,
            closed: shown.filter(({ isOpen }) => !isOpen).length,
            changed: shown.filter(({ isOverridden }) => isOverridden).length,
          })}
        </span>
        <Legend t={t} />
      </div>
      {isUncertain && (
        <p className={styles.uncertain} role="note">
          {t('settings.calendar.uncertain', { year })}
        </p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows move between the buttons inside */}
      <div className={styles.year} ref={frame} onKeyDown={onKeyDown}>
        {yearGrid(shown).map((month) => (
          <MonthSheet
            key={month.month}
            month={month}
            today={today}
            current={current}
            mayEdit={mayEdit}
            onOpen={(day) => {
              setCurrent(day.on)
              if (mayEdit) setOpened(day)
            }}
          />
        ))}
      </div>
      {opened && <DayDialog key={opened.on} day={opened} onClose={() => setOpened(undefined)} />}
    </>
  )
}

interface MonthSheetProps {
  month: YearMonth
  today: string
  current: string
  mayEdit: boolean
  onOpen: (day: CalendarDay) => void
}

function MonthSheet({ month, today, current, mayEdit, onOpen }: MonthSheetProps) {
  const t = useTranslate()
  const name = t(`settings.calendar.months.m${month.month}` as MessageKey)
  return (
    <section className={styles.month} aria-label={name}>
      <h3>{name}</h3>
      <div className={styles.days}>
        {WEEKDAYS.map((day) => (
          <em key={day} aria-hidden="true">
            {t(`settings.calendar.weekdays.${day}`)}
          </em>
        ))}
        {month.weeks.flat().map((day, index) =>
          day ? (
            <DayButton
              key={day.on}
              day={day}
              isToday={day.on === today}
              isCurrent={day.on === current}
              mayEdit={mayEdit}
              onOpen={onOpen}
            />
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: an empty cell is its place
            <span key={index} />
          ),
        )}
      </div>
    </section>
  )
}

function DayButton({
  day,
  isToday,
  isCurrent,
  mayEdit,
  onOpen,
}: {
  day: CalendarDay
  isToday: boolean
  isCurrent: boolean
  mayEdit: boolean
  onOpen: (day: CalendarDay) => void
}) {
  const t = useTranslate()
  const language = useLanguage()
  const words = {
    day: formatDay(day.on, language),
    kind: t(`settings.calendar.kind.${day.kind}`),
    state: t(day.isOpen ? 'settings.calendar.open' : 'settings.calendar.closed'),
  }
  const label = day.name
    ? t('settings.calendar.dayLabelNamed', { ...words, name: day.name })
    : t('settings.calendar.dayLabel', words)
  return (
    <button
      type="button"
      className={styles.day}
      data-day={day.on}
      data-kind={day.kind}
      data-closed={day.isOpen ? undefined : true}
      data-changed={day.isOverridden || undefined}
      data-today={isToday || undefined}
      tabIndex={isCurrent ? 0 : -1}
      aria-label={label}
      aria-disabled={!mayEdit}
      title={label}
      onClick={() => onOpen(day)}
    >
      {Number(day.on.slice(8))}
    </button>
  )
}

function Legend({ t }: { t: Translate }) {
  return (
    <ul className={styles.legend}>
      {(['weekday', 'holiday', 'makeup'] as const).map((kind) => (
        <li key={kind}>
          <i className={styles.day} data-kind={kind} data-closed={kind === 'holiday' || undefined} />
          {t(`settings.calendar.kind.${kind}`)}
        </li>
      ))}
      <li>
        <i className={styles.day} data-kind="weekend" data-closed />
        {t('settings.calendar.legendClosed')}
      </li>
      <li>
        <i className={styles.day} data-kind="weekday" data-changed />
        {t('settings.calendar.legendChanged')}
      </li>
    </ul>
  )
}
