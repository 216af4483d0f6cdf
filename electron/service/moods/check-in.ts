import type { InputOf } from '../../../shared/contract/index.ts'
import { type MoodSeries, type MoodState, type moods, NOTICE_VERSION } from '../../../shared/contract/moods.ts'
import { AppError } from '../../../shared/errors.ts'
import { passOnKeys } from '../backups/index.ts'
import type { Call } from '../handlers.ts'
import { countAnswer, hasCounted, keepCounts, waitingDay } from './mood-counters.ts'
import {
  deletePerson,
  findConsent,
  findSeries,
  findSilence,
  hasWish,
  insertConsent,
  listAgreed,
  putAnswer,
  putWish,
  withdrawConsents,
} from './mood-repository.ts'
import { longestRetention, readRules, readScaleFile } from './mood-scale.ts'
import { forgetPerson, toRow } from './mood-sealing.ts'

const DONE = { done: true } as const

/** Only people have moods: neither the command line nor the console itself. */
export function selfOf({ actor }: Call): { staffId: number; staffUid: string } {
  const { staffId, staffUid } = actor
  if (staffId === null || staffUid === null) throw new AppError('not-signed-in', 'notSignedIn')
  return { staffId, staffUid }
}

export function readState(call: Call): MoodState {
  const { staffId } = selfOf(call)
  const series = findSeries(call.database)
  const rules = readRules(call)
  const consent = series && findConsent(call.database, series.id, staffId)
  const hasAnswered = series?.mode === 'counters' && hasCounted(call, call.today, series.id, staffId)
  const silence = consent ? findSilence(call.database, staffId) : undefined
  return {
    series,
    consent,
    hasEarlierConsent: !consent && listAgreed(call.database).includes(staffId),
    notice: NOTICE_VERSION,
    rules,
    longest: longestRetention(call),
    open: consent && !hasAnswered ? rules.moments : [],
    hasWish: hasWish(call.database, staffId),
    silentDays: silence && silence.is_dismissed === 0 ? silence.days : null,
  }
}

export function giveConsent(call: Call, { notice }: InputOf<typeof moods.consent>) {
  const { staffId } = selfOf(call)
  const series = requireSeries(call)
  if (notice !== NOTICE_VERSION) throw new AppError('conflict', 'moodNoticeChanged')
  if (!findConsent(call.database, series.id, staffId)) {
    insertConsent(call.database, { series: series.id, staffId, notice, at: call.now, on: call.today })
  }
  return DONE
}

/** What the person said is deleted, and unreadable in backups; that there was a consent stays on record. */
export function withdrawConsent(call: Call) {
  const { staffId, staffUid } = selfOf(call)
  withdraw(call, staffId, staffUid)
  passOnKeys(call)
  return DONE
}

export function withdraw(call: Pick<Call, 'ports' | 'database' | 'now' | 'today'>, staffId: number, uid: string): void {
  withdrawConsents(call.database, staffId, call.now, call.today)
  deletePerson(call.database, staffId)
  forgetPerson(call, uid)
}

export function checkIn(call: Call, { moment, level, tags }: InputOf<typeof moods.checkIn>) {
  const { staffId } = selfOf(call)
  const series = requireSeries(call)
  if (!findConsent(call.database, series.id, staffId)) throw new AppError('not-allowed-now', 'moodConsentFirst')
  if (!readRules(call).moments.includes(moment)) throw new AppError('not-allowed-now', 'moodMomentOff')
  const known = new Map(readScaleFile(call).cause_tags.map((tag) => [tag.id, tag]))
  const chosen = [...new Set(tags)].map((id) => known.get(id))
  if (chosen.some((tag) => tag === undefined)) throw new AppError('invalid-input', 'moodTagGone')
  if (series.mode === 'counters') return count(call, series, staffId, level, chosen.length)
  const named = chosen.flatMap((tag) => tag ?? [])
  putAnswer(
    call.database,
    toRow(call, {
      ...{ series: series.id, staffId, moment, level, on: call.today, at: call.now },
      isOwn: call.actor.role === 'outlet-head',
      tags: named.filter(({ sensitive }) => !sensitive).map(({ id }) => id),
      sensitiveTags: named.filter(({ sensitive }) => sensitive).map(({ id }) => id),
    }),
  )
  return DONE
}

/** Touches no row: what is counted reaches the disk with others, later. */
function count(call: Call, series: MoodSeries, staffId: number, level: number, tags: number) {
  if (tags > 0) throw new AppError('invalid-input', 'moodTagsNamedOnly')
  if (hasCounted(call, call.today, series.id, staffId)) throw new AppError('conflict', 'moodAnsweredToday')
  const waiting = waitingDay(call)
  if (waiting !== null && waiting !== call.today) keepCounts(call, true)
  call.afterCommit(() => countAnswer(call, call.today, series.id, staffId, level))
  return DONE
}

export function askToTalk(call: Call) {
  const { staffId } = selfOf(call)
  if (call.actor.role === 'outlet-head') throw new AppError('not-allowed-now', 'moodWishOfHead')
  requireSeries(call)
  putWish(call.database, staffId, call.now)
  return DONE
}

function requireSeries({ database }: Call): MoodSeries {
  const series = findSeries(database)
  if (!series) throw new AppError('not-allowed-now', 'moodNotOpen')
  return series
}
