import { useTranslate } from '../../app/use-translate.ts'
import { Overlay } from '../../ui/Overlay.tsx'
import { OneTimePin } from './OneTimePin.tsx'
import styles from './PeoplePage.module.css'

export interface IssuedPin {
  name: string
  oneTimePin: string
}

export function OneTimePinDialog({ issued, onClose }: { issued: IssuedPin; onClose: () => void }) {
  const t = useTranslate()
  return (
    <Overlay label={t('people.editor.oneTimePinTitle', { name: issued.name })} width={460} isFirm onClose={onClose}>
      <div className={styles.dialog}>
        <OneTimePin
          name={issued.name}
          pin={issued.oneTimePin}
          text={t('people.editor.oneTimePinText')}
          onNoted={onClose}
        />
      </div>
    </Overlay>
  )
}
