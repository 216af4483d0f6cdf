import { Spin } from 'antd'
import { useTranslate } from '../../app/use-translate.ts'
import styles from './DoorPage.module.css'

/** Making the sample takes a while; said at once, so that nobody presses twice. */
export function SampleOpening() {
  const t = useTranslate()
  return (
    <span className={styles.opening} role="status">
      <Spin size="small" />
      {t('people.firstStart.sampleOpening')}
    </span>
  )
}
