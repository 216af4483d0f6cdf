import { isRoomLow } from '../../../shared/domain/disk-room.ts'
import { type HandlersOf, prepared } from '../handlers.ts'
import type { WorkspaceName } from '../seats.ts'

export const workspacesHandlers: HandlersOf<'workspaces'> = {
  current({ seats, seat, ports }) {
    const room = ports.disk.room()
    return { workspace: seats.workspaceOf(seat), freeBytes: room.freeBytes, isRoomLow: isRoomLow(room) }
  },
  sampleProgress: ({ sampleProgress }) => sampleProgress(),
  enter: prepared<{ workspace: WorkspaceName }, { done: true }, void>({
    prepare: ({ readyWorkspace, signal }, { workspace }) => readyWorkspace(workspace, signal),
    run(call, { workspace }) {
      call.afterCommit(() => call.seats.move(call.seat, workspace))
      return { done: true as const }
    },
  }),
}
