import { AppError } from '../../../shared/errors.ts'
import type { Call, HandlersOf } from '../handlers.ts'
import { deleteDraft, deleteOldDrafts, findDraft, saveDraft } from './draft-repository.ts'

/** Nobody comes back to half a sentence after so long. */
const KEPT_MS = 30 * 24 * 3_600_000

function personOf({ actor }: Call): number {
  if (actor.staffId === null) throw new AppError('not-signed-in', 'notSignedIn')
  return actor.staffId
}

export const draftsHandlers: HandlersOf<'drafts'> = {
  put(call, { key, text }) {
    deleteOldDrafts(call.database, call.now - KEPT_MS)
    saveDraft(call.database, personOf(call), key, { text, at: call.now })
    return { done: true }
  },
  find: (call, { key }) => findDraft(call.database, personOf(call), key),
  discard(call, { key }) {
    deleteDraft(call.database, personOf(call), key)
    return { done: true }
  },
}
