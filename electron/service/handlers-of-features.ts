import { attachmentsHandlers } from './attachments/index.ts'
import type { Handlers } from './handlers.ts'
import { peopleHandlers } from './people/index.ts'
import { workspacesHandlers } from './workspaces/index.ts'

/** The doors of all features. A procedure without a handler, or a misspelt one, does not compile. */
export function createHandlers() {
  return {
    attachments: attachmentsHandlers,
    people: peopleHandlers,
    workspaces: workspacesHandlers,
  } satisfies Handlers
}
