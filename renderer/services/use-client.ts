import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Client } from '../../shared/contract/index.ts'
import type { Connection, ConnectionState } from './connection.ts'

export type Api = ReturnType<typeof createTanstackQueryUtils<Client>>

export interface ClientAccess {
  connection: Connection
  api: Api
}

const ClientContext = createContext<ClientAccess | undefined>(undefined)
export const ClientProvider = ClientContext.Provider

export function createClientAccess(connection: Connection): ClientAccess {
  return { connection, api: createTanstackQueryUtils(connection.client) }
}

function useAccess(): ClientAccess {
  const access = useContext(ClientContext)
  if (!access) throw new Error('Only inside ClientProvider')
  return access
}

/** `useQuery(api.people.list.queryOptions({ input: {} }))`, `useMutation(api.people.add.mutationOptions())`. */
export function useApi(): Api {
  return useAccess().api
}

/** For the rare call outside the query cache. */
export function useClient(): Client {
  return useAccess().connection.client
}

export function useConnection(): Connection {
  return useAccess().connection
}

export function useConnectionState(): ConnectionState {
  const { state } = useAccess().connection
  return useSyncExternalStore(state.subscribe, state.get)
}
