import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { useStore } from 'zustand'
import { useSignedIn } from '../../app/session.ts'
import { useCommands } from '../../app/use-commands.ts'
import { mayCall } from '../../services/procedure-meta.ts'
import { useApi } from '../../services/use-client.ts'
import { closeGive, giveStore, openGive } from './give-store.ts'

const loadForm = () => import('./GiveThanks.tsx')
const GiveThanks = lazy(() => loadForm().then((file) => ({ default: file.GiveThanks })))

/** A card can be given from any screen. */
export function ThanksCompanion() {
  const { person } = useSignedIn()
  const isOpen = useStore(giveStore, (state) => state.isOpen)
  const mayGive = mayCall(person.role, 'thanks', 'give')
  useCommands(
    mayGive ? [{ id: 'give-thanks', key: 'thanks.give', shortcut: 'G', run: () => openGive() }] : [],
    'everywhere',
  )
  useFormAtHand(mayGive)
  // Whoever takes the seat next finds no card that somebody else began.
  useEffect(() => closeGive, [])
  return <Suspense fallback={null}>{isOpen && mayGive && <GiveThanks />}</Suspense>
}

/** The form and the names come once the screen has nothing better to do, so that a name typed right after the key is found. */
function useFormAtHand(isWanted: boolean): void {
  const people = useApi().people.list.queryOptions({ input: {} })
  const cache = useQueryClient()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for whoever sits there
  useEffect(() => {
    if (!isWanted) return
    const waiting = requestIdleCallback(() => {
      void loadForm()
      void cache.prefetchQuery(people)
    })
    return () => cancelIdleCallback(waiting)
  }, [isWanted])
}
