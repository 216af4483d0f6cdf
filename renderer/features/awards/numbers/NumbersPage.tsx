import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Switch } from 'antd'
import { useState } from 'react'
import { formatRate } from '../../../../shared/domain/rate-text.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { mayCall } from '../../../services/procedure-meta.ts'
import { useApi } from '../../../services/use-client.ts'
import { Failure } from '../../../ui/Failure.tsx'
import { Figure, FigureRow } from '../../../ui/Figure.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { MonthStepper } from '../../../ui/period/MonthStepper.tsx'
import { shiftMonth } from '../../../ui/period/period.ts'
import { notify } from '../../../ui/toast-store.ts'
import { KindsChart, MonthsChart } from './NumberCharts.tsx'
import styles from './Numbers.module.css'
import { PeopleTable, PostsTable } from './NumberTables.tsx'

const YEAR_BACK = -11

/** Twelve months up to the one chosen. */
export function NumbersPage() {
  const t = useTranslate()
  const { person, today } = useSignedIn()
  const [to, setTo] = useState(today.slice(0, 7))
  const from = shiftMonth({ from: `${to}-01`, to: `${to}-01` }, YEAR_BACK).from.slice(0, 7)
  const api = useApi()
  const { data, error, refetch } = useQuery({
    ...api.awardFigures.read.queryOptions({ input: { from, to } }),
    placeholderData: keepPreviousData,
  })
  const show = useMutation(api.awardFigures.showRanking.mutationOptions())
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingRows rows={6} />
  const { recognised, total, mine } = data
  return (
    <>
      <div className={styles.tools}>
        <MonthStepper month={to} last={today.slice(0, 7)} onChange={setTo} />
        <span className="muted">
          {from} – {to}
        </span>
        <span className="muted">{t('awardNumbers.note')}</span>
      </div>
      <Panel>
        <FigureRow>
          <Figure label={t('awardNumbers.thanks')} value={total.thanks} />
          <Figure label={t('awardNumbers.awards')} value={total.awards} />
          <Figure
            label={t('awardNumbers.recognised')}
            value={formatRate(recognised.of > 0 ? recognised.part / recognised.of : null)}
            target={t('awardNumbers.recognisedOf', recognised)}
          />
          <Figure label={t('awardNumbers.myThanks')} value={mine.thanks} />
          <Figure label={t('awardNumbers.myAwards')} value={mine.awards} />
        </FigureRow>
      </Panel>
      <div className={styles.charts}>
        <MonthsChart months={data.months} />
        <KindsChart kinds={data.kinds} />
        <PostsTable posts={data.posts} />
        {data.people && (
          <PeopleTable
            people={data.people}
            extra={
              mayCall(person.role, 'awardFigures', 'showRanking') && (
                <span className={styles.switch} title={t('awardNumbers.rankingText')}>
                  <Switch
                    size="small"
                    aria-label={t('awardNumbers.ranking')}
                    checked={data.isRankingShown}
                    loading={show.isPending}
                    onChange={(isShown) =>
                      show.mutate(
                        { isShown },
                        {
                          onSuccess: () =>
                            notify({
                              tone: 'done',
                              text: t(isShown ? 'awardNumbers.rankingOn' : 'awardNumbers.rankingOff'),
                            }),
                        },
                      )
                    }
                  />
                  {t('awardNumbers.ranking')}
                </span>
              )
            }
          />
        )}
      </div>
    </>
  )
}
