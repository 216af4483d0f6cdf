import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { createStore } from 'zustand/vanilla'
import type { Outlet, Person, Session } from '../../shared/contract/people.ts'
import { useApi, useClient } from '../services/use-client.ts'
import { flushDrafts } from '../ui/drafts/waiting-drafts.ts'
import { dismissAllToasts } from '../ui/toast-store.ts'
import { closeLayer } from './layer-store.ts'

/** A session with somebody in it: what every screen inside the shell may rely on. */
export interface SignedIn extends Session {
  outlet: Outlet
  person: Person
}

const SignedInContext = createContext<SignedIn | undefined>(undefined)
export const SignedInProvider = SignedInContext.Provider

export function useSignedIn(): SignedIn {
  const session = useContext(SignedInContext)
  if (!session) throw new Error('Only inside the shell')
  return session
}

/** Also before sign-in. */
export function useSessionQuery() {
  return useQuery(useApi().people.session.queryOptions({ input: {} }))
}

/** A disk fills up while nobody changes records. */
const ROOM_EVERY_MS = 5 * 60_000

export function useWorkspaceQuery() {
  return useQuery({ ...useApi().workspaces.current.queryOptions({ input: {} }), refetchInterval: ROOM_EVERY_MS })
}

interface Seat {
  /** Whose name the sign-in screen offers: after locking the same person's, after switching nobody's. */
  nextPersonUid: string | undefined
  /** Who sat here last: the page stays for the same person and for nobody else. */
  lastPersonUid: string | undefined
  /** The head of an outlet just set up; the one-time PIN stays on screen until it is noted. */
  newHead: { uid: string; name: string; oneTimePin: string; recoveryCode: string } | undefined
  /** Where the console opens after this sign-in, instead of where the window was. */
  opensAt: string | undefined
}

export const seatStore = createStore<Seat>(() => ({
  nextPersonUid: undefined,
  lastPersonUid: undefined,
  newHead: undefined,
  opensAt: undefined,
}))

/** Signs out and forgets every record on screen; the sign-in screen follows by itself. */
export function useLeaveSeat(): (nextPersonUid?: string) => Promise<void> {
  const client = useClient()
  const cache = useQueryClient()
  return async (nextPersonUid) => {
    seatStore.setState({ nextPersonUid })
    await flushDrafts()
    await client.people.signOut({}).catch(() => undefined)
    await forget(cache)
  }
}

/** Moves this window to the sample outlet or back to the own one. */
export function useEnterWorkspace(): (workspace: 'own' | 'sample', signal?: AbortSignal) => Promise<void> {
  const client = useClient()
  const cache = useQueryClient()
  return async (workspace, signal) => {
    await client.workspaces.enter({ workspace }, signal && { signal })
    seatStore.setState({ nextPersonUid: undefined })
    await forget(cache)
  }
}

/** The next person must not see a record of the last one, not even for a moment. */
async function forget(cache: QueryClient): Promise<void> {
  closeLayer()
  dismissAllToasts()
  cache.removeQueries({ predicate: ({ queryKey }) => !isSession(queryKey) })
  await cache.refetchQueries({ predicate: ({ queryKey }) => isSession(queryKey) })
}

function isSession([path]: readonly unknown[]): boolean {
  return Array.isArray(path) && path.join('.') === 'people.session'
}
