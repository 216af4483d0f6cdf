import { Button } from 'antd'
import { useTranslate } from '../../app/use-translate.ts'
import styles from './PeriodPicker.module.css'
import { shiftMonth } from './period.ts'

interface MonthStepperProps {
  /** `2026-11`. */
  month: string
  /** The youngest that can be reached. */
  last: string
  onChange: (month: string) => void
}

/** One month back or forth. */
export function MonthStepper({ month, last, onChange }: MonthStepperProps) {
  const t = useTranslate()
  const day = `${month}-01`
  const step = (by: number) => onChange(shiftMonth({ from: day, to: day }, by).from.slice(0, 7))
  return (
    <span className={styles.stepper}>
      <Button type="text" aria-label={t('common.monthBefore')} onClick={() => step(-1)}>
        ‹
      </Button>
      <b>{month}</b>
      <Button type="text" aria-label={t('common.monthAfter')} disabled={month >= last} onClick={() => step(1)}>
        ›
      </Button>
    </span>
  )
}
