import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useStore } from 'zustand'
import { SampleOpening } from '../../app/SampleOpening.tsx'
import { seatStore } from '../../app/session.ts'
import { useEnterSample } from '../../app/use-enter-sample.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { Failure } from '../../ui/Failure.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import styles from './DoorPage.module.css'
import { DoorPage } from './DoorPage.tsx'
import { OneTimePin } from './OneTimePin.tsx'
import { RecoverySheet } from './RecoverySheet.tsx'
import { SetUpForm } from './SetUpForm.tsx'

const RestoreForm = lazy(() => import('./RestoreForm.tsx').then((file) => ({ default: file.RestoreForm })))

export function FirstStartPage() {
  const t = useTranslate()
  const head = useStore(seatStore, (state) => state.newHead)
  const [isSettingUp, setSettingUp] = useState(false)
  const [isRestoring, setRestoring] = useState(false)
  const [isPinNoted, setPinNoted] = useState(false)

  if (head && !isPinNoted) {
    return (
      <DoorPage width={460}>
        <div className={styles.panel}>
          <OneTimePin
            name={head.name}
            pin={head.oneTimePin}
            text={t('people.firstStart.pinText')}
            onNoted={() => setPinNoted(true)}
          />
        </div>
      </DoorPage>
    )
  }
  if (head) {
    return (
      <DoorPage width={560}>
        <div className={styles.panel}>
          <RecoverySheet
            code={head.recoveryCode}
            onNoted={() => seatStore.setState({ newHead: undefined, nextPersonUid: head.uid })}
          />
        </div>
      </DoorPage>
    )
  }
  if (isSettingUp) {
    return (
      <DoorPage width={460}>
        <div className={styles.panel}>
          <SetUpForm onBack={() => setSettingUp(false)} />
        </div>
      </DoorPage>
    )
  }
  if (isRestoring) {
    return (
      <DoorPage width={560}>
        <div className={styles.panel}>
          <Suspense fallback={<LoadingRows rows={4} />}>
            <RestoreForm onBack={() => setRestoring(false)} />
          </Suspense>
        </div>
      </DoorPage>
    )
  }
  return (
    <DoorPage width={680} lead={t('people.firstStart.lead')}>
      <Choices
        onRestore={() => setRestoring(true)}
        onSetUp={(opensAt) => {
          seatStore.setState({ opensAt })
          setSettingUp(true)
        }}
      />
    </DoorPage>
  )
}

function Choices({ onSetUp, onRestore }: { onSetUp: (opensAt: string | undefined) => void; onRestore: () => void }) {
  const t = useTranslate()
  const sample = useEnterSample({ showsFailure: true })
  return (
    <div className={styles.choices}>
      <section className={styles.choice}>
        <h2>{t('people.firstStart.sampleTitle')}</h2>
        <p>{sample.isPending ? <SampleOpening entry={sample} /> : t('people.firstStart.sampleText')}</p>
        <Button type="primary" loading={sample.isPending} onClick={sample.enter}>
          {t('people.firstStart.sampleGo')}
        </Button>
      </section>
      {sample.error && <Failure error={sample.error} onRetry={sample.enter} />}
      <section className={styles.choice}>
        <h2>{t('people.firstStart.setUpTitle')}</h2>
        <p>{t('people.firstStart.setUpText')}</p>
        <Button onClick={() => onSetUp(undefined)}>{t('people.firstStart.setUpGo')}</Button>
      </section>
      <section className={styles.choice}>
        <h2>{t('people.firstStart.rosterTitle')}</h2>
        <p>{t('people.firstStart.rosterText')}</p>
        <Button onClick={() => onSetUp('/imports')}>{t('people.firstStart.rosterGo')}</Button>
      </section>
      <section className={styles.choice}>
        <h2>{t('people.firstStart.restoreTitle')}</h2>
        <p>{t('people.firstStart.restoreText')}</p>
        <Button onClick={onRestore}>{t('people.firstStart.restoreGo')}</Button>
      </section>
    </div>
  )
}
