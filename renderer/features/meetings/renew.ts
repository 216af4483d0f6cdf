import type { QueryClient, QueryKey } from '@tanstack/react-query'

/** A reading on its way may tell of the step before the answer that is put: it is dropped, and asked for anew. */
export function renew(cache: QueryClient, queryKey: QueryKey, put: () => void): void {
  const isOnItsWay = cache.isFetching({ queryKey }) > 0
  put()
  if (isOnItsWay) void cache.invalidateQueries({ queryKey })
}
