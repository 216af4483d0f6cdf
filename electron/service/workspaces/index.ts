import { type HandlersOf, prepared } from '../handlers.ts'
import type { WorkspaceName } from '../seats.ts'

export const workspacesHandlers: HandlersOf<'workspaces'> = {
  current: ({ seats, seat }) => ({ workspace: seats.workspaceOf(seat) }),
  enter: prepared<{ workspace: WorkspaceName }, { done: true }, void>({
    prepare: ({ readyWorkspace }, { workspace }) => readyWorkspace(workspace),
    run(call, { workspace }) {
      call.afterCommit(() => call.seats.move(call.seat, workspace))
      return { done: true as const }
    },
  }),
}
