import { lazy, Suspense, useEffect } from 'react'
import { useStore } from 'zustand'
import { useSignedIn } from '../../app/session.ts'
import { useCommands } from '../../app/use-commands.ts'
import { mayCall } from '../../services/procedure-meta.ts'
import { closeGive, giveStore, openGive } from './give-store.ts'

const GiveThanks = lazy(() => import('./GiveThanks.tsx').then((file) => ({ default: file.GiveThanks })))

/** A card can be given from any screen. */
export function ThanksCompanion() {
  const { person } = useSignedIn()
  const isOpen = useStore(giveStore, (state) => state.isOpen)
  const mayGive = mayCall(person.role, 'thanks', 'give')
  useCommands(
    mayGive ? [{ id: 'give-thanks', key: 'thanks.give', shortcut: 'G', run: () => openGive() }] : [],
    'everywhere',
  )
  // Whoever takes the seat next finds no card that somebody else began.
  useEffect(() => closeGive, [])
  return <Suspense fallback={null}>{isOpen && mayGive && <GiveThanks />}</Suspense>
}
