import { Button } from 'antd'
import type { DayPlan, PatrolSummary } from '../../../shared/contract/patrols.ts'
import { minuteOfDay } from '../../../shared/domain/business-day.ts'
import type { Translate } from '../../../shared/messages/message-key.ts'
import { formatTime } from '../../app/formats.ts'
import { navigate } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useNow } from '../../services/clock.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { roundTitle } from '../patrols/index.ts'
import { callName, greetingAt } from './greeting.ts'

interface TodayHeaderProps {
  day: DayPlan
  next: PatrolSummary | undefined
  mayStart: boolean
  isOpening: boolean
  onStart: () => void
}

export function TodayHeader({ day, next, mayStart, isOpening, onStart }: TodayHeaderProps) {
  const t = useTranslate()
  const { person, zone } = useSignedIn()
  const now = useNow()
  const printable = next ?? day.patrols[0]
  const round = next ? roundTitle(next, t) : ''
  const isUnderWay = next?.state === 'running' || next?.state === 'returned'
  return (
    <PageHeader
      title={t(greetingAt(minuteOfDay(now, zone)), { name: callName(person.name) })}
      lead={leadOf(day, next, now, zone, t)}
      actions={
        <>
          {printable && (
            <Button onClick={() => navigate('/patrols', { print: printable.uid })}>{t('today.printBlank')}</Button>
          )}
          <Button onClick={() => window.print()}>
            {t('today.printDay')} <Kbd keys="Ctrl+P" />
          </Button>
          {mayStart && (
            <Button type="primary" loading={isOpening} onClick={onStart}>
              {t(isUnderWay ? 'today.goOn' : 'today.start', { round })} <Kbd keys="Enter" onDark />
            </Button>
          )}
        </>
      }
    />
  )
}

const MINUTE_MS = 60_000
const HOUR_MINUTES = 60

function leadOf(day: DayPlan, next: PatrolSummary | undefined, now: number, zone: string, t: Translate): string {
  if (day.patrols.length === 0) return ''
  if (!next) return t(day.patrols.some(({ state }) => state === 'missed') ? 'today.next.missed' : 'today.next.done')
  const { state, figures, windowStart, windowEnd } = next
  const answered = figures.pass + figures.fixed + figures.fail + figures.na + figures.notSeen
  const minutes = Math.max(0, Math.ceil((windowStart - now) / MINUTE_MS))
  const left =
    minutes < 2 * HOUR_MINUTES
      ? t('today.minutes', { count: minutes })
      : t('today.hours', { hours: Math.floor(minutes / HOUR_MINUTES), minutes: minutes % HOUR_MINUTES })
  const known = state === 'submitted' || state === 'missed' ? 'done' : state
  return t(`today.next.${known}`, {
    round: roundTitle(next, t),
    count: figures.due - answered,
    time: formatTime(state === 'planned' ? windowStart : windowEnd, zone),
    left,
  })
}
