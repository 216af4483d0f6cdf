import { Overlay } from '../ui/Overlay.tsx'
import { SampleOpening } from './SampleOpening.tsx'
import styles from './Shell.module.css'
import type { SampleEntry } from './use-enter-sample.ts'
import { useTranslate } from './use-translate.ts'

/** Nothing else can be done until the sample outlet is there, and the window says so. */
export function SampleVeil({ entry }: { entry: SampleEntry }) {
  const t = useTranslate()
  return (
    <Overlay label={t('commands.enterSample')} width={420} isFirm onClose={() => undefined}>
      <div className={styles.veil}>
        <SampleOpening entry={entry} />
      </div>
    </Overlay>
  )
}
