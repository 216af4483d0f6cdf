import { addDays, DAY_MS, minuteOfDay } from '../../../shared/domain/business-day.ts'
import { workdaysBefore } from '../../../shared/domain/mood-dips.ts'
import { passOnKeys } from '../backups/index.ts'
import { readCalendar } from '../calendar/index.ts'
import { remembered } from '../database/remembered.ts'
import type { Call } from '../handlers.ts'
import { listStaff, staffRefs } from '../people/index.ts'
import { readZone } from '../settings/index.ts'
import { withdraw } from './check-in.ts'
import { keepCounts, waitingDay } from './mood-counters.ts'
import {
  answersOn,
  clearSensitiveBefore,
  deleteAnswer,
  deleteAnswersBefore,
  deleteTalksBefore,
  deleteWeeksBefore,
  deleteWishesBefore,
  findSeries,
  lastAnswerOn,
  listAgreed,
  listConsents,
  putAnswer,
  putSilence,
  unsealedAnswers,
} from './mood-repository.ts'
import { readRules } from './mood-scale.ts'
import { forgetPast, isVaultOpen, openRow, sealRows, weekOf } from './mood-sealing.ts'
import { publishWeeks } from './publish-weeks.ts'

type Clockwork = Pick<Call, 'ports' | 'database' | 'now' | 'today'>

const SILENT_DAYS = 5
/** A minute's shower of shutting consoles is over by then. */
const AFTER_CLOSE_MIN = 30

/** Day and state of the vault of the last tidying; a restore forgets it, so what it brought back is tidied at once. */
function tidied({ database }: Pick<Call, 'database'>): { mark: string } {
  return remembered(database, 'moods/tidied', () => ({ mark: '' }))
}

/** Asked every minute: once a day, when the vault has opened, and when the counts of a day can be kept. */
export function isTidyDue(call: Clockwork): boolean {
  return tidied(call).mark !== mark(call) || isDayOfCountsOver(call)
}

function mark(call: Clockwork): string {
  return `${call.today}/${isVaultOpen(call)}`
}

export function tidyMoods(call: Call) {
  const { database, today } = call
  const { retention } = readRules(call)
  const oldest = (days: number) => addDays(today, -days)
  if (isDayOfCountsOver(call)) keepCounts(call, true)
  endForLeavers(call)
  // First, or a console shut on Monday would decide the week from what its days have left of it.
  publishWeeks(call)
  deleteAnswersBefore(database, oldest(retention.answers))
  clearSensitiveBefore(database, oldest(retention.sensitiveTags))
  deleteTalksBefore(database, oldest(retention.careTalks))
  deleteWeeksBefore(database, weekOf(oldest(retention.weeks)))
  deleteWishesBefore(database, call.now - retention.answers * DAY_MS)
  forgetPast(call, {
    level: oldest(retention.answers),
    tags: oldest(retention.sensitiveTags),
    care: oldest(retention.careTalks),
  })
  if (isVaultOpen(call)) sealAll(call, oldest(retention.answers))
  noteSilence(call)
  tidied(call).mark = mark(call)
  passOnKeys(call)
  return { done: true } as const
}

/** A row whose key was destroyed can come back with a backup; nothing opens it any more. */
function sealAll(call: Clockwork, from: string): void {
  for (const row of sealRows(call, unsealedAnswers(call.database))) putAnswer(call.database, row)
  for (const row of answersOn(call.database, from, call.today)) {
    if (openRow(call, row).level === null) deleteAnswer(call.database, row)
  }
}

/** Its day is past, or its working hours are. */
function isDayOfCountsOver(call: Clockwork): boolean {
  const on = waitingDay(call)
  if (on === null) return false
  if (on !== call.today) return true
  const hours = readCalendar(call.ports).hoursOf(on)
  return hours !== null && minuteOfDay(call.now, readZone(call.database)) > hours.close + AFTER_CLOSE_MIN
}

/** Whoever no longer works here has no purpose to be asked for, nor what they said in an earlier series. */
function endForLeavers(call: Clockwork): void {
  const working = new Set(listStaff(call.database, false).map(({ id }) => id))
  for (const staffId of listAgreed(call.database)) {
    const uid = staffRefs(call.database).get(staffId)?.uid
    if (uid !== undefined && !working.has(staffId)) withdraw(call, staffId, uid)
  }
}

/** Five working days without an answer: told once, to the person alone. Counters cannot know. */
function noteSilence(call: Clockwork): void {
  const series = findSeries(call.database)
  if (series?.mode !== 'named') return
  const calendar = readCalendar(call.ports)
  const before = workdaysBefore(call.today, SILENT_DAYS, (on) => calendar.isWorkday(on))
  const since = before.at(-1)
  if (since === undefined || before.length < SILENT_DAYS) return
  for (const { staffId, from, to } of listConsents(call.database, series.id, call.today)) {
    if (to !== null) continue
    const last = lastAnswerOn(call.database, staffId) ?? from
    const heard = last > from ? last : from
    if (heard < since) putSilence(call.database, staffId, heard, SILENT_DAYS)
  }
}
