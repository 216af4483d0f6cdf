import { Suspense, useEffect } from 'react'
import { useStore } from 'zustand'
import { PinDialog, RecoveryDialog } from '../features/people/index.ts'
import { Companions } from './Companions.tsx'
import { HintBar } from './HintBar.tsx'
import { layerStore } from './layer-store.ts'
import { RouteView } from './RouteView.tsx'
import { navigate } from './route-store.ts'
import { SampleVeil } from './SampleVeil.tsx'
import styles from './Shell.module.css'
import { SideNav } from './SideNav.tsx'
import { seatStore, useSignedIn } from './session.ts'
import { TopBar } from './TopBar.tsx'
import { useIdleLock } from './use-idle-lock.ts'
import { useShellCommands } from './use-shell-commands.ts'
import { useTranslate } from './use-translate.ts'

export function Shell() {
  const t = useTranslate()
  const layer = useStore(layerStore, (state) => state.open)
  const { person } = useSignedIn()
  const sample = useShellCommands()
  useIdleLock()
  useEffect(() => seatStore.setState({ lastPersonUid: person.uid }), [person.uid])
  useEffect(() => {
    const { opensAt } = seatStore.getState()
    if (!opensAt) return
    seatStore.setState({ opensAt: undefined })
    navigate(opensAt)
  }, [])
  return (
    <div className={styles.app}>
      <a className={styles.skip} href="#main">
        {t('shell.skipToMain')}
      </a>
      <TopBar />
      <div className={styles.middle}>
        <SideNav />
        <div className={styles.content}>
          <main id="main" className={styles.main} tabIndex={-1}>
            <RouteView />
          </main>
          <HintBar />
        </div>
      </div>
      {sample.isPending && <SampleVeil entry={sample} />}
      <Companions />
      <Suspense fallback={null}>
        {layer === 'change-pin' && <PinDialog />}
        {layer === 'recovery-sheet' && person.role === 'outlet-head' && <RecoveryDialog />}
      </Suspense>
    </div>
  )
}
