import type { HandlersOf } from '../handlers.ts'
import { giveThanks, takeBackThanks, undoThanks } from './give-thanks.ts'
import { listThanks, readThanksOptions } from './read-thanks.ts'

export { readShownThanks } from './read-thanks.ts'

export const thanksHandlers: HandlersOf<'thanks'> = {
  options: readThanksOptions,
  list: listThanks,
  give: giveThanks,
  undo: undoThanks,
  withdraw: takeBackThanks,
}
