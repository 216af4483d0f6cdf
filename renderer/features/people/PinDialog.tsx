import { closeLayer } from '../../app/layer-store.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { Overlay } from '../../ui/Overlay.tsx'
import styles from './ChangePinForm.module.css'
import { ChangePinForm } from './ChangePinForm.tsx'

export function PinDialog() {
  const t = useTranslate()
  return (
    <Overlay label={t('people.changePin.title')} width={420} onClose={closeLayer}>
      <div className={styles.dialog}>
        <h1>{t('people.changePin.title')}</h1>
        <ChangePinForm onDone={closeLayer} onCancel={closeLayer} />
      </div>
    </Overlay>
  )
}
