import type { Database } from 'better-sqlite3'

const stores = new WeakMap<Database, Map<string, unknown>>()

/**
 * A value read once per connection and kept until somebody forgets it. Writers forget what they change; the runner
 * forgets everything after a rollback, so nothing read inside a failed transaction survives it.
 */
export function remembered<T>(database: Database, key: string, load: () => T): T {
  let store = stores.get(database)
  if (!store) {
    store = new Map()
    stores.set(database, store)
  }
  if (!store.has(key)) store.set(key, load())
  return store.get(key) as T
}

/** Forgets every key that begins so; everything where no prefix is given. */
export function forget(database: Database, prefix = ''): void {
  const store = stores.get(database)
  if (!store) return
  for (const key of [...store.keys()]) if (key.startsWith(prefix)) store.delete(key)
}
