import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { addDays, monthRange } from '../../../../shared/domain/business-day.ts'
import { useKeyHints } from '../../../app/key-hints.ts'
import { navigate, replaceParams, useLocation } from '../../../app/route-store.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useCommands } from '../../../app/use-commands.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Page } from '../../../ui/Page.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import styles from './Month.module.css'
import { MonthDays } from './MonthDays.tsx'
import { MonthFigures } from './MonthFigures.tsx'
import { PeopleTable, TopicTable } from './MonthTables.tsx'

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

/** How the meetings of a month went; each day leads to its minutes. */
export function MonthPage() {
  const t = useTranslate()
  const { today } = useSignedIn()
  const { params } = useLocation()
  const thisMonth = today.slice(0, 7)
  const month = params.month && MONTH.test(params.month) && params.month <= thisMonth ? params.month : thisMonth
  const read = useQuery({
    ...useApi().meetings.month.queryOptions({ input: { month } }),
    placeholderData: keepPreviousData,
  })
  const show = (next: string) => replaceParams({ view: 'month', ...(next !== thisMonth && { month: next }) })
  const before = () => show(addDays(monthRange(month).from, -1).slice(0, 7))
  const after = () => {
    const next = addDays(monthRange(month).to, 1).slice(0, 7)
    if (next <= thisMonth) show(next)
  }
  const back = () => navigate('/meetings')
  useCommands([
    { id: 'meeting-month-before', key: 'meetingViews.month.before', shortcut: 'Left', isKeyOnly: true, run: before },
    { id: 'meeting-month-after', key: 'meetingViews.month.after', shortcut: 'Right', isKeyOnly: true, run: after },
    { id: 'meeting-month-back', key: 'common.back', shortcut: 'Escape', isKeyOnly: true, run: back },
  ])
  useKeyHints([
    { keys: ['Left', 'Right'], text: t('meetingViews.month.title') },
    { keys: ['Esc'], text: t('common.back') },
  ])
  const { data } = read
  const isEmpty = data && data.people.length === 0 && data.days.every(({ meetings, reason }) => !meetings[0] && !reason)
  return (
    <Page>
      <PageHeader
        title={t('meetingViews.month.title')}
        actions={
          <>
            <span className={styles.step}>
              <Button type="text" aria-label={t('meetingViews.month.before')} onClick={before}>
                ‹
              </Button>
              <b>{month}</b>
              <Button
                type="text"
                aria-label={t('meetingViews.month.after')}
                disabled={month === thisMonth}
                onClick={after}
              >
                ›
              </Button>
            </span>
            <Button onClick={() => window.print()}>{t('common.print')}</Button>
            <Button onClick={back}>{t('common.back')}</Button>
          </>
        }
      />
      {read.error && <Failure error={read.error} onRetry={() => void read.refetch()} />}
      {!data && !read.error && <LoadingRows rows={10} />}
      {isEmpty && (
        <Panel>
          <EmptyState title={t('meetingViews.month.none')} text={t('meetingViews.month.noneText')} />
        </Panel>
      )}
      {data && !isEmpty && (
        <>
          <MonthFigures month={data} />
          <div className={styles.columns}>
            <Panel title={t('meetingViews.month.days')}>
              <MonthDays days={data.days} />
            </Panel>
            <div className={styles.side}>
              <Panel title={t('meetingViews.month.topics')}>
                <TopicTable topics={data.topics} />
              </Panel>
              <Panel title={t('meetingViews.month.people')}>
                <PeopleTable people={data.people} />
              </Panel>
            </div>
          </div>
        </>
      )}
    </Page>
  )
}
