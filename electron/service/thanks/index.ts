import type { HandlersOf } from '../handlers.ts'
import { giveThanks, takeBackThanks, undoThanks } from './give-thanks.ts'
import { listThanks, readThanksOptions, seeThanks } from './read-thanks.ts'

export { firstDayWith, pairsAmong, readExchanged } from './read-pairs.ts'
export { readShownThanks, readUnseenThanks } from './read-thanks.ts'
export type { Exchanged } from './thanks-repository.ts'

export const thanksHandlers: HandlersOf<'thanks'> = {
  options: readThanksOptions,
  list: listThanks,
  see: seeThanks,
  give: giveThanks,
  undo: undoThanks,
  withdraw: takeBackThanks,
}
