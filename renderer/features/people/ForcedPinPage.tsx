import { useSessionQuery, useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { ChangePinForm } from './ChangePinForm.tsx'
import styles from './DoorPage.module.css'
import { DoorPage } from './DoorPage.tsx'

/** A one-time PIN was seen by somebody else; nothing opens before it is replaced. */
export function ForcedPinPage() {
  const t = useTranslate()
  const { person, outlet } = useSignedIn()
  const session = useSessionQuery()
  return (
    <DoorPage lead={[outlet.name, person.name].join('　')}>
      <div className={styles.panel}>
        <h1>{t('people.changePin.forcedTitle')}</h1>
        <p className="muted">{t('people.changePin.forcedText')}</p>
        <ChangePinForm onDone={() => void session.refetch()} />
      </div>
    </DoorPage>
  )
}
