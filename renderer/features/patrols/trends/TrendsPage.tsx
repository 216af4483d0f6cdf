import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { InputOf } from '../../../../shared/contract/index.ts'
import type { patrols } from '../../../../shared/contract/patrols.ts'
import { monthRange } from '../../../../shared/domain/business-day.ts'
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
import { type Period, shiftMonth } from '../../../ui/period/period.ts'
import { AnswersDrawer, type Behind } from './AnswersDrawer.tsx'
import { TrendCharts } from './TrendCharts.tsx'
import { TrendFigures } from './TrendFigures.tsx'

export type AnswerFilter = Omit<InputOf<typeof patrols.answers>, 'values'>

/** The figures of a period; every mark leads to the answers behind it. */
export function TrendsPage() {
  const t = useTranslate()
  const { today } = useSignedIn()
  const { params } = useLocation()
  const [behind, setBehind] = useState<Behind>()
  const period: Period = params.from && params.to ? { from: params.from, to: params.to } : monthRange(today.slice(0, 7))
  const setPeriod = ({ from, to }: Period) => replaceParams({ view: 'trends', from, to })
  const trends = useQuery({
    ...useApi().patrols.trends.queryOptions({ input: period }),
    placeholderData: keepPreviousData,
  })
  const shift = (months: number) => setPeriod(shiftMonth(period, months))

  useCommands([
    { id: 'trends-before', key: 'trends.hints.period', shortcut: 'Left', isKeyOnly: true, run: () => shift(-1) },
    { id: 'trends-after', key: 'trends.hints.period', shortcut: 'Right', isKeyOnly: true, run: () => shift(1) },
    {
      id: 'trends-back',
      key: 'trends.hints.back',
      shortcut: 'Escape',
      isKeyOnly: true,
      run: () => navigate('/patrols'),
    },
  ])
  useKeyHints([
    { keys: ['Left', 'Right'], text: t('trends.hints.period') },
    { keys: ['Esc'], text: t('trends.hints.back') },
  ])

  const { data, error } = trends
  const hasAny = (data?.total.roundsDue ?? 0) > 0
  return (
    <Page>
      <PageHeader
        title={t('trends.title')}
        lead={t('trends.clickHint')}
        actions={
          <>
            <PeriodPicker period={period} onChange={setPeriod} />
            <Button onClick={() => navigate('/patrols')}>{t('patrols.toList')}</Button>
          </>
        }
      />
      {error && <Failure error={error} onRetry={() => void trends.refetch()} />}
      {!data && !error && <LoadingRows rows={10} />}
      {data && !hasAny && <EmptyState title={t('trends.empty')} text={t('trends.emptyText')} />}
      {data && hasAny && (
        <>
          <TrendFigures total={data.total} />
          <TrendCharts trends={data} period={period} onOpen={setBehind} />
        </>
      )}
      {behind && <AnswersDrawer behind={behind} onClose={() => setBehind(undefined)} />}
    </Page>
  )
}
