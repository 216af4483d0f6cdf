import type { WallKey } from '../../../../shared/domain/meeting-keys.ts'
import { awardNotices, grantedAwards } from './award-readers.ts'
import {
  drillOfDay,
  nextHostOf,
  noticesToPassOn,
  peaks,
  peaksNext,
  rosterToday,
  uptime,
  weekBoard,
} from './day-readers.ts'
import { weekWeather } from './mood-readers.ts'
import {
  cashClosing,
  closingStatus,
  failedToday,
  failedYesterday,
  repeats,
  roundsStatus,
  staffZoneFails,
  weekPassRate,
} from './patrol-readers.ts'
import { praiseSinceLast } from './praise-readers.ts'
import {
  complaintClocks,
  dueThisWeek,
  dueToday,
  lookBacksDue,
  newComplaints,
  openByOwner,
  overdue,
  returned,
} from './task-readers.ts'
import { thanksSinceLast } from './thanks-readers.ts'
import type { WallReader } from './wall-reader.ts'

/** One line for each key that something stands behind; the others are left out of the screen. */
export const wallReaders: { readonly [Key in WallKey]?: WallReader } = {
  'roster.today': rosterToday,
  'roster.next-host': nextHostOf,
  'patrol.failed-yesterday': failedYesterday,
  'patrol.failed-today': failedToday,
  'patrol.repeat-7d': repeats,
  'patrol.rounds-status': roundsStatus,
  'patrol.week-passrate': weekPassRate,
  'patrol.staff-zone-fails': staffZoneFails,
  'task.due-today': dueToday,
  'task.due-week': dueThisWeek,
  'task.overdue': overdue,
  'task.returned': returned,
  'task.lookback-due': lookBacksDue,
  'task.open-by-owner': openByOwner,
  'mood.week-weather': weekWeather,
  'award.granted': grantedAwards,
  'award.nominations': awardNotices,
  'award.thanks': thanksSinceLast,
  'customer.praise': praiseSinceLast,
  'complaint.new': newComplaints,
  'complaint.clock': complaintClocks,
  'kpi.uptime': uptime,
  'kpi.week-board': weekBoard,
  'calendar.peaks': peaks,
  'calendar.peaks-next': peaksNext,
  'notice.unread': noticesToPassOn,
  'drill.of-day': drillOfDay,
  'closing.status': closingStatus,
  'cash.closing': cashClosing,
}
