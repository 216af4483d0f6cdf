import { minuteOfDay } from '../../../shared/domain/business-day.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useNow } from '../../services/clock.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { callName, greetingAt } from './greeting.ts'
import { NextSteps } from './NextSteps.tsx'
import { TodayLayout } from './TodayLayout.tsx'

export function TodayScreen() {
  const t = useTranslate()
  const { person, zone } = useSignedIn()
  const greeting = t(greetingAt(minuteOfDay(useNow(), zone)), { name: callName(person.name) })
  return (
    <TodayLayout
      header={<PageHeader title={greeting} />}
      line={
        <Panel title={t('today.dayLine')}>
          <EmptyState title={t('today.nothingYet')} text={t('today.nothingYetText')} />
        </Panel>
      }
      work={
        <Panel title={t('today.todo')} isFilling>
          <EmptyState title={t('today.nothingToDo')} text={t('today.nothingToDoText')} />
        </Panel>
      }
      side={<NextSteps />}
    />
  )
}
