import { Spin } from 'antd'
import { Overlay } from '../ui/Overlay.tsx'
import styles from './Shell.module.css'
import { useTranslate } from './use-translate.ts'

/** Nothing else can be done until the sample outlet is there, and the window says so. */
export function SampleVeil() {
  const t = useTranslate()
  return (
    <Overlay label={t('commands.enterSample')} width={420} isFirm onClose={() => undefined}>
      <div className={styles.veil} role="status">
        <Spin />
        {t('people.firstStart.sampleOpening')}
      </div>
    </Overlay>
  )
}
