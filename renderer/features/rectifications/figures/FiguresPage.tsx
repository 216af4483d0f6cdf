import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { TaskConditions } from '../../../../shared/contract/rectification-lists.ts'
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
import { PeriodPicker } from '../../../ui/period/PeriodPicker.tsx'
import { lastDays, type Period, shiftMonth } from '../../../ui/period/period.ts'
import { paramsOf } from '../task-filter.ts'
import { FigureCharts } from './FigureCharts.tsx'
import { TotalFigures } from './TotalFigures.tsx'

const USUAL_DAYS = 90

/** 整改分析: where faults come from, how long they stay and which come back; every mark leads to its tasks. */
export function FiguresPage() {
  const t = useTranslate()
  const { today } = useSignedIn()
  const { params } = useLocation()
  const period: Period = params.from && params.to ? { from: params.from, to: params.to } : lastDays(today, USUAL_DAYS)
  const setPeriod = ({ from, to }: Period) => replaceParams({ view: 'figures', from, to })
  const figures = useQuery({
    ...useApi().rectifications.figures.queryOptions({ input: period }),
    placeholderData: keepPreviousData,
  })
  const back = () => navigate('/rectifications')
  const shift = (months: number) => setPeriod(shiftMonth(period, months))
  const open = (conditions: TaskConditions) => navigate('/rectifications', paramsOf(conditions))

  useCommands([
    { id: 'figures-before', key: 'trends.hints.period', shortcut: 'Left', isKeyOnly: true, run: () => shift(-1) },
    { id: 'figures-after', key: 'trends.hints.period', shortcut: 'Right', isKeyOnly: true, run: () => shift(1) },
    { id: 'figures-back', key: 'taskFigures.back', shortcut: 'Escape', isKeyOnly: true, run: back },
  ])
  useKeyHints([
    { keys: ['Left', 'Right'], text: t('trends.hints.period') },
    { keys: ['Esc'], text: t('taskFigures.back') },
  ])

  const { data, error } = figures
  const isEmpty = data && data.total.found.count + data.total.done.count + data.total.open.count === 0
  return (
    <Page>
      <PageHeader
        title={t('taskFigures.title')}
        lead={t('taskFigures.lead')}
        actions={
          <>
            <PeriodPicker hasYear period={period} onChange={setPeriod} />
            <Button onClick={back}>{t('taskFigures.toList')}</Button>
          </>
        }
      />
      {error && <Failure error={error} onRetry={() => void figures.refetch()} />}
      {!data && !error && <LoadingRows rows={10} />}
      {isEmpty && <EmptyState title={t('taskFigures.empty')} text={t('taskFigures.emptyText')} />}
      {data && !isEmpty && (
        <>
          <TotalFigures total={data.total} onOpen={open} />
          <FigureCharts figures={data} onOpen={open} />
        </>
      )}
    </Page>
  )
}
