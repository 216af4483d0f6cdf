import { Button } from 'antd'
import type { DayPlan, PatrolSummary } from '../../../shared/contract/patrols.ts'
import { minuteOfDay } from '../../../shared/domain/business-day.ts'
import { navigate } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { useNow } from '../../services/clock.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import type { NextStep } from './day-stages.ts'
import { callName, greetingAt } from './greeting.ts'
import { leadOf, type NextOpen, startText } from './next-words.ts'

interface TodayHeaderProps {
  day: DayPlan
  nextOpen: NextOpen
  next: NextStep
  /** The round whose blank sheet can be printed. */
  printable: PatrolSummary | undefined
  mayStart: boolean
  isOpening: boolean
  onStart: () => void
}

export function TodayHeader({ day, nextOpen, next, printable, mayStart, isOpening, onStart }: TodayHeaderProps) {
  const t = useTranslate()
  const language = useLanguage()
  const { person, zone } = useSignedIn()
  const now = useNow()
  const words = { now, zone, t, language }
  return (
    <PageHeader
      title={t(greetingAt(minuteOfDay(now, zone)), { name: callName(person.name) })}
      lead={leadOf(day, nextOpen, next, words)}
      actions={
        <>
          {printable && (
            <Button onClick={() => navigate('/patrols', { print: printable.uid })}>{t('today.printBlank')}</Button>
          )}
          <Button onClick={() => window.print()}>
            {t('today.printDay')} <Kbd keys="Ctrl+P" />
          </Button>
          {mayStart && next.act && (
            <Button type="primary" loading={isOpening} onClick={onStart}>
              {startText(next.act, words)} <Kbd keys="Enter" onDark />
            </Button>
          )}
        </>
      }
    />
  )
}
