import { lazy, Suspense, useState } from 'react'
import { useStore } from 'zustand'
import { formatDay, formatWeekday } from '../../app/formats.ts'
import { SampleOpening } from '../../app/SampleOpening.tsx'
import { seatStore, useSessionQuery, useWorkspaceQuery } from '../../app/session.ts'
import { useEnterSample } from '../../app/use-enter-sample.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { Failure } from '../../ui/Failure.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import styles from './DoorPage.module.css'
import { DoorPage } from './DoorPage.tsx'
import { PersonPicker } from './PersonPicker.tsx'
import { PinEntry } from './PinEntry.tsx'
import { SAMPLE_PIN } from './sample-pin.ts'
import { type SignInPerson, useSignInChoices } from './use-sign-in.ts'

const RecoveryForm = lazy(() => import('./RecoveryForm.tsx').then((file) => ({ default: file.RecoveryForm })))

/** Before work everybody says in turn how they are: each sign-in then opens there. */
const MOODS = '/moods'

export function SignInPage() {
  const t = useTranslate()
  const language = useLanguage()
  const { data: session } = useSessionQuery()
  const { data: workspace } = useWorkspaceQuery()
  const sample = useEnterSample({ showsFailure: true })
  const choices = useSignInChoices()
  const nextPersonUid = useStore(seatStore, (state) => state.nextPersonUid)
  const isMoodsFirst = useStore(seatStore, (state) => state.opensAt) === MOODS
  const [picked, setPicked] = useState<SignInPerson>()
  const person = picked ?? choices.data?.find(({ uid }) => uid === nextPersonUid)
  const [isRecovering, setRecovering] = useState(false)
  const isSample = workspace?.workspace === 'sample'

  function changePerson() {
    seatStore.setState({ nextPersonUid: undefined })
    setPicked(undefined)
  }

  const lead = session?.outlet && [
    session.outlet.name,
    formatDay(session.today, language),
    formatWeekday(session.today, language),
  ]

  return (
    <DoorPage lead={lead?.join('　')}>
      <div className={styles.panel}>
        {isRecovering ? (
          <Suspense fallback={<LoadingRows rows={4} />}>
            <RecoveryForm onBack={() => setRecovering(false)} />
          </Suspense>
        ) : (
          <>
            <h1>{t('people.signIn.title')}</h1>
            {choices.isError && <Failure error={choices.error} onRetry={() => void choices.refetch()} />}
            {choices.isPending && <LoadingRows rows={4} />}
            {choices.data &&
              (person ? (
                <PinEntry key={person.uid} person={person} onChangePerson={changePerson} />
              ) : (
                <PersonPicker id="sign-in-person" people={choices.data} onPick={setPicked} />
              ))}
          </>
        )}
      </div>
      <div className={styles.below}>
        <button
          type="button"
          aria-pressed={isMoodsFirst}
          onClick={() => seatStore.setState({ opensAt: isMoodsFirst ? undefined : MOODS })}
        >
          {t(isMoodsFirst ? 'people.signIn.moodsNext' : 'people.signIn.moodsFirst')}
        </button>
      </div>
      {sample.error && <Failure error={sample.error} onRetry={sample.enter} />}
      {isSample ? (
        <div className={styles.sample}>{t('people.signIn.samplePin', { pin: SAMPLE_PIN })}</div>
      ) : (
        <div className={styles.below}>
          <span>{t('people.signIn.forgotten')}</span>
          <button type="button" onClick={() => setRecovering(true)}>
            {t('people.recovery.offer')}
          </button>
          {sample.isPending ? (
            <SampleOpening entry={sample} />
          ) : (
            <button type="button" onClick={sample.enter}>
              {t('people.signIn.sampleOffer')}
            </button>
          )}
        </div>
      )}
    </DoorPage>
  )
}
