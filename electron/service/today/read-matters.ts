import type { Matter } from '../../../shared/contract/today.ts'
import { addDays } from '../../../shared/domain/business-day.ts'
import { withoutHidden } from '../../../shared/personal-fields.ts'
import { readAnswersDue, readUnreplied } from '../accountability/index.ts'
import { readAwardMatters } from '../awards/index.ts'
import { readDevicesDown } from '../devices/index.ts'
import type { Call } from '../handlers.ts'
import { readCareReminders } from '../moods/index.ts'
import { readUnreadNotices } from '../notices/index.ts'
import { listStaff } from '../people/index.ts'
import { readLateComplaints } from '../rectifications/index.ts'
import { readUnseenThanks } from '../thanks/index.ts'

const NOBODY = '00000000-0000-0000-0000-000000000000'
const MOST_OF_A_KIND = 10
/** A certificate takes weeks to renew. */
const CERTIFICATE_DAYS = 60

/**
 * What waits for the person and is no task, most pressing first: talks (for the head, without a name), complaints past their date (for the head), decisions
 * to be answered, awards to score, answer for or begin, devices that serve nobody, notices passed on while one was away, cards one was given, certificates that end within sixty days (others' for those who see them).
 */
export function readMatters(call: Call): Matter[] {
  return [
    ...care(call),
    ...complaints(call),
    ...answers(call),
    ...replies(call),
    ...awards(call),
    ...devices(call),
    ...notices(call),
    ...thanks(call),
    ...certificates(call),
  ]
}

const BLANK = { count: 1, at: null, on: null, isLate: false }

/** For the head: that somebody waits, never who or why; that stands behind the PIN. */
function care(call: Call): Matter[] {
  if (call.actor.role !== 'outlet-head') return []
  const reminders = readCareReminders(call)
  const [first] = reminders
  if (!first) return []
  const isLate = first.dueAt < call.now
  return [{ ...BLANK, kind: 'care', uid: NOBODY, name: '', count: reminders.length, at: first.dueAt, isLate }]
}

function complaints(call: Call): Matter[] {
  if (call.actor.role !== 'outlet-head') return []
  return readLateComplaints(call)
    .slice(0, MOST_OF_A_KIND)
    .map(({ uid, description, until }) => ({
      ...BLANK,
      kind: 'complaint',
      uid,
      name: description,
      at: until,
      isLate: true,
    }))
}

function answers(call: Call): Matter[] {
  return readAnswersDue(call)
    .slice(0, MOST_OF_A_KIND)
    .map(({ uid, description, until }) => ({ ...BLANK, kind: 'answer', uid, name: description, at: until }))
}

/** A statement nobody has replied to in time: for the head, and for whoever made it. */
function replies(call: Call): Matter[] {
  return readUnreplied(call)
    .slice(0, MOST_OF_A_KIND)
    .map(({ uid, description, until }) => ({
      ...BLANK,
      kind: 'reply',
      uid,
      name: description,
      at: until,
      isLate: true,
    }))
}

/** Of a cycle there is no award yet: then it leads to their list. */
function awards(call: Call): Matter[] {
  return readAwardMatters(call).map(({ why, uid, name, on, isLate }) => ({
    ...{ ...BLANK, kind: `award-${why}` as const, uid: uid ?? NOBODY, name, on, isLate },
  }))
}

function devices(call: Call): Matter[] {
  const down = readDevicesDown(call)
  const [longest] = down
  if (!longest) return []
  const { uid, name, since } = longest
  return [{ ...BLANK, kind: 'device', uid, name, count: down.length, at: since }]
}

function notices(call: Call): Matter[] {
  const { count, first } = readUnreadNotices(call)
  if (!first) return []
  const { uid, title: name, passBy: on } = first
  return [{ ...BLANK, kind: 'notice', uid, name, count, on, isLate: on !== null && on < call.today }]
}

/** Cards given to the person and not looked at yet: how many, and neither by whom nor what for. */
function thanks(call: Call): Matter[] {
  const { count, on } = readUnseenThanks(call)
  return count === 0 ? [] : [{ ...BLANK, kind: 'thanks', uid: NOBODY, name: '', count, on }]
}

function certificates(call: Call): Matter[] {
  const last = addDays(call.today, CERTIFICATE_DAYS)
  return listStaff(call.database, false)
    .map((person) => withoutHidden(person, call.actor))
    .flatMap(({ uid, name, certificateValidTo: on }) =>
      on !== null && on <= last
        ? [{ ...BLANK, kind: 'certificate' as const, uid, name, on, isLate: on < call.today }]
        : [],
    )
    .sort((a, b) => a.on.localeCompare(b.on))
    .slice(0, MOST_OF_A_KIND)
}
