import { lazy, Suspense, useEffect } from 'react'
import { useStore } from 'zustand'
import { FirstStart, ForcedPin, SignIn } from '../features/people/index.ts'
import { setServiceNow } from '../services/clock.ts'
import { useConnection, useConnectionState } from '../services/use-client.ts'
import { Toasts } from '../ui/Toasts.tsx'
import { CommandLayer } from './CommandLayer.tsx'
import { ConnectionBar } from './ConnectionBar.tsx'
import { useFollowChanges } from './live-cache.ts'
import { RoomBanner } from './RoomBanner.tsx'
import { SampleBanner } from './SampleBanner.tsx'
import styles from './Shell.module.css'
import { Shell } from './Shell.tsx'
import { Splash } from './Splash.tsx'
import { SignedInProvider, seatStore, useSessionQuery } from './session.ts'

/** Which of the four doors is open: no outlet yet, nobody signed in, a one-time PIN to change, or the console. */
export function Gate() {
  const connection = useConnectionState()
  if (connection === 'refused') return <Splash stage="refused" />
  return (
    <CommandLayer>
      <div className={styles.frame}>
        <ConnectionBar />
        <SampleBanner />
        <RoomBanner />
        <div className={styles.door}>
          <Suspense fallback={<Splash stage="connecting" />}>
            <Door />
          </Suspense>
        </div>
      </div>
      <Toasts />
    </CommandLayer>
  )
}

const RecoveryScreen = lazy(async () => ({
  default: (await import('../features/recovery/index.ts')).RecoveryScreen,
}))

function isInRecovery(error: unknown): boolean {
  return (error as { data?: { reason?: unknown } } | null)?.data?.reason === 'inRecovery'
}

function Door() {
  const session = useSessionQuery()
  const { newHead } = useStore(seatStore)
  const { data } = session
  const mayFollow = data?.person && data.outlet && !data.mustChangePin
  useFollowChanges(useConnection(), mayFollow ? `${data.outlet?.uid}/${data.person?.uid}` : undefined)

  useEffect(() => {
    if (data) setServiceNow(data.now)
  }, [data])

  if (isInRecovery(session.error)) return <RecoveryScreen />
  if (session.isError && !data) return <Splash stage="failed" onRetry={() => void session.refetch()} />
  if (!data) return <Splash stage="connecting" />
  if (!data.outlet || newHead) return <FirstStart />
  if (!data.person) return <SignIn />
  const signedIn = { ...data, outlet: data.outlet, person: data.person }
  return <SignedInProvider value={signedIn}>{data.mustChangePin ? <ForcedPin /> : <Shell />}</SignedInProvider>
}
