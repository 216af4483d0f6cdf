import type { HandlersOf } from '../handlers.ts'
import { closeCare, openCare, readCare, recordTalk, removeTalk } from './care.ts'
import { askToTalk, checkIn, giveConsent, readState, withdrawConsent } from './check-in.ts'
import { addChange, openSeries, removeChange, setRules } from './lead-moods.ts'
import { listChanges, listWeeks } from './mood-repository.ts'
import { readScale } from './mood-scale.ts'
import { dismissOwnSilence, readMine, setFavouriteTip } from './own-moods.ts'
import { tidyMoods } from './tidy.ts'

export { readCareReminders } from './care-reminders.ts'
export { keepCountsAtEnd } from './mood-counters.ts'
export { readWeekWeather } from './publish-weeks.ts'
export { isTidyDue } from './tidy.ts'

export const moodsHandlers: HandlersOf<'moods'> = {
  scale: readScale,
  state: readState,
  consent: giveConsent,
  withdraw: withdrawConsent,
  checkIn,
  askToTalk,
  mine: readMine,
  setFavourite: setFavouriteTip,
  dismissSilence: dismissOwnSilence,
  weather: ({ database }) => ({ weeks: listWeeks(database), changes: listChanges(database) }),
  openSeries,
  setRules,
  addChange,
  removeChange,
  tidy: tidyMoods,
  openCare,
  closeCare,
  care: readCare,
  recordTalk,
  removeTalk,
}
