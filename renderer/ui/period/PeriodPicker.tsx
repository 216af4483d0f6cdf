import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { monthRange } from '../../../shared/domain/business-day.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import styles from './PeriodPicker.module.css'
import { lastDays, type Period, shiftMonth } from './period.ts'

const DAY = 'YYYY-MM-DD'
const LONG_DAYS = 90
const YEAR_DAYS = 365

/** A month at a time, or any two days. */
export function PeriodPicker({
  period,
  hasYear = false,
  onChange,
}: {
  period: Period
  /** Offers the last 365 days instead of the last month. */
  hasYear?: boolean
  onChange: (period: Period) => void
}) {
  const t = useTranslate()
  const { today } = useSignedIn()
  const thisMonth = monthRange(today.slice(0, 7))
  const presets: { key: 'thisMonth' | 'lastMonth' | 'ninetyDays' | 'year'; period: Period }[] = [
    { key: 'thisMonth', period: thisMonth },
    ...(hasYear ? [] : [{ key: 'lastMonth' as const, period: shiftMonth(thisMonth, -1) }]),
    { key: 'ninetyDays', period: lastDays(today, LONG_DAYS) },
    ...(hasYear ? [{ key: 'year' as const, period: lastDays(today, YEAR_DAYS) }] : []),
  ]
  return (
    <div className={styles.period}>
      {presets.map((preset) => {
        const isCurrent = preset.period.from === period.from && preset.period.to === period.to
        return (
          <Button
            key={preset.key}
            type="text"
            aria-pressed={isCurrent}
            className={isCurrent ? (styles.current ?? '') : ''}
            onClick={() => onChange(preset.period)}
          >
            {t(`trends.${preset.key}`)}
          </Button>
        )
      })}
      <DatePicker.RangePicker
        className={styles.range ?? ''}
        allowClear={false}
        aria-label={t('trends.period')}
        value={[dayjs(period.from), dayjs(period.to)]}
        format={DAY}
        onChange={(days) => {
          const [from, to] = days ?? []
          if (from && to) onChange({ from: from.format(DAY), to: to.format(DAY) })
        }}
      />
    </div>
  )
}
