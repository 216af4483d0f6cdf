import { Button } from 'antd'
import styles from './SampleOpening.module.css'
import type { SampleEntry } from './use-enter-sample.ts'
import { useTranslate } from './use-translate.ts'

/** Making the sample takes a while; said at once, so that nobody presses twice. */
export function SampleOpening({ entry: { progress, cancel } }: { entry: SampleEntry }) {
  const t = useTranslate()
  const label = t('people.firstStart.sampleOpening')
  return (
    <span className={styles.opening}>
      <span role="status">{label}</span>
      <progress aria-label={label} {...(progress && { value: progress.done, max: progress.of })} />
      <Button size="small" onClick={cancel}>
        {t('common.cancel')}
      </Button>
    </span>
  )
}
