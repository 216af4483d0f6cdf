import { useEffect } from 'react'
import { LOCKED_MESSAGE } from '../../shared/desktop-api.ts'
import { useClient } from '../services/use-client.ts'
import { useLeaveSeat, useSignedIn } from './session.ts'

const ACTS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const
const LOOK_MS = 5_000
/** So often the service hears that somebody is there. */
const SAY_MS = 15_000
const MINUTE_MS = 60_000

/** Locks this window after the idle time, and at once when the machine is locked or goes to sleep. */
export function useIdleLock(): void {
  const client = useClient()
  const leave = useLeaveSeat()
  const { person, lockAfterMinutes } = useSignedIn()

  // biome-ignore lint/correctness/useExhaustiveDependencies: leaving is the same act in every rendering
  useEffect(() => {
    const limit = lockAfterMinutes * MINUTE_MS
    let last = { steady: performance.now(), wall: Date.now() }
    let saidAt = performance.now()
    let isLocked = false

    function lock() {
      if (isLocked) return
      isLocked = true
      void leave(person.uid)
    }
    /** The steady clock may stand still while the machine sleeps. */
    function look() {
      if (performance.now() - last.steady >= limit || Date.now() - last.wall >= limit) lock()
    }
    function act() {
      look()
      if (isLocked) return
      last = { steady: performance.now(), wall: Date.now() }
      if (last.steady - saidAt < SAY_MS) return
      saidAt = last.steady
      client.people.stay({}).catch(() => undefined)
    }
    function hear({ source, data }: MessageEvent) {
      if (source === window && (data as { type?: unknown } | null)?.type === LOCKED_MESSAGE) lock()
    }

    const timer = setInterval(look, LOOK_MS)
    for (const name of ACTS) window.addEventListener(name, act, { capture: true, passive: true })
    document.addEventListener('visibilitychange', look)
    window.addEventListener('message', hear)
    return () => {
      clearInterval(timer)
      for (const name of ACTS) window.removeEventListener(name, act, { capture: true })
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('message', hear)
    }
  }, [client, person.uid, lockAfterMinutes])
}
