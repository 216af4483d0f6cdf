import type { Handlers } from './handlers.ts'
import { peopleHandlers } from './people/index.ts'

/** The doors of all features. A procedure without a handler, or a misspelt one, does not compile. */
export function createHandlers() {
  return { people: peopleHandlers } satisfies Handlers
}
