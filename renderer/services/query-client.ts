import { MutationCache, type MutationOptions, QueryCache, QueryClient } from '@tanstack/react-query'
import { metaOf } from './procedure-meta.ts'

export interface FailureListeners {
  /** A command failed and its screen did not say that it shows failures itself. */
  onCommandFailed(error: unknown): void
  /** The service no longer knows who sits here. */
  onSignedOut(): void
}

const STALE_AFTER_MS = 5 * 60_000

/** Mark a mutation `meta: { showsFailure: true }` when its form shows the failure beside the fields. */
export function createQueryClient({ onCommandFailed, onSignedOut }: FailureListeners): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: (error) => isSignedOut(error) && onSignedOut() }),
    mutationCache: new MutationCache({
      onError(error, _variables, _result, mutation) {
        if (isSignedOut(error)) onSignedOut()
        if (mutation.meta?.showsFailure !== true) onCommandFailed(error)
      },
      onSuccess(_data, _variables, _result, mutation) {
        const feature = refreshedBy(mutation.options.mutationKey)
        if (feature) void invalidateFeature(client, feature)
      },
    }),
    defaultOptions: {
      // The service is on this PC: a browser that believes itself offline must still ask it.
      queries: {
        networkMode: 'always',
        staleTime: STALE_AFTER_MS,
        refetchOnWindowFocus: false,
        retry: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
  return client
}

/** Keys of procedures start with their path: `[['patrols', 'answer'], …]`. A narrower event of the contract refreshes less. */
function refreshedBy(key: readonly unknown[] | undefined): string | undefined {
  const path = key?.[0]
  if (!Array.isArray(path) || typeof path[0] !== 'string') return undefined
  return metaOf(path)?.announces ?? path[0]
}

/** A mutation outside any component, with the same care for failures and refreshing. */
export function runMutation<Output, Failure, Input, Context>(
  client: QueryClient,
  options: MutationOptions<Output, Failure, Input, Context>,
  input: Input,
): Promise<Output> {
  return client.getMutationCache().build(client, options).execute(input)
}

export function invalidateFeature(client: QueryClient, feature: string): Promise<void> {
  return client.invalidateQueries({ queryKey: [[feature]] })
}

function isSignedOut(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 'not-signed-in'
}
