import type { InputOf, OutputOf } from '../../../shared/contract/index.ts'
import type { moodCare } from '../../../shared/contract/mood-care.ts'
import type { CareTalk } from '../../../shared/contract/moods.ts'
import { addDays } from '../../../shared/domain/business-day.ts'
import { AppError } from '../../../shared/errors.ts'
import { type Call, prepared } from '../handlers.ts'
import { findStaffByUid, listStaff, requireOwnPin } from '../people/index.ts'
import { readCareReminders } from './care-reminders.ts'
import { type AnswerRow, answersOn, deleteTalk, deleteWish, insertTalk, listTalks } from './mood-repository.ts'
import { readGuide, readRules } from './mood-scale.ts'
import { isVaultOpen, openForHead, sealNote } from './mood-sealing.ts'
import { toTalk } from './own-moods.ts'

/** The head's page shuts by itself. */
const OPEN_MS = 15 * 60_000
const SHOWN_DAYS = 28
const DONE = { done: true } as const

export const openCare = prepared<InputOf<typeof moodCare.openCare>, { done: true }, null>({
  async prepare(call, { pin }) {
    await requireOwnPin(call, pin)
    return null
  },
  run(call) {
    call.afterCommit(() => call.seats.stepUp(call.seat))
    return DONE
  },
})

export function closeCare(call: Call) {
  call.afterCommit(() => call.seats.stepDown(call.seat))
  return DONE
}

export function assertCareOpen({ seats, seat }: Call): void {
  if (!seats.hasSteppedUp(seat, OPEN_MS)) throw new AppError('forbidden', 'carePinFirst')
}

export function readCare(call: Call): OutputOf<typeof moodCare.care> {
  assertCareOpen(call)
  const from = addDays(call.today, -Math.min(SHOWN_DAYS, readRules(call).retention.answers))
  const rows = new Map<number, AnswerRow[]>()
  for (const row of answersOn(call.database, from, call.today)) {
    rows.set(row.staff_id, [...(rows.get(row.staff_id) ?? []), row])
  }
  const people = listStaff(call.database, false)
    .filter(({ role, id }) => role !== 'outlet-head' && rows.has(id))
    .map(({ id, uid, name }) => ({
      person: { uid, name },
      answers: (rows.get(id) ?? []).flatMap((row) => {
        const opened = openForHead(call, row)
        return opened ? [{ on: row.on, moment: row.moment, ...opened }] : []
      }),
    }))
    .filter(({ answers }) => answers.length > 0)
  const talks = listTalks(call.database)
    .filter(({ staff_id: staffId }) => staffId !== call.actor.staffId)
    .map((row) => toTalk(call, row))
  const isShut = people.some(({ answers }) => answers.some(({ level }) => level === null))
  return {
    isLocked: isShut || talks.some(({ isNoteLocked }) => isNoteLocked),
    takesNotes: isVaultOpen(call),
    reminders: readCareReminders(call),
    people,
    talks,
    guide: readGuide(call),
  }
}

/** Ends the person's wish and what was open before it. */
export function recordTalk(call: Call, input: InputOf<typeof moodCare.recordTalk>): CareTalk {
  assertCareOpen(call)
  const person = findStaffByUid(call.database, input.person)
  if (!person) throw new AppError('not-found', 'personGone')
  if (person.role === 'outlet-head') throw new AppError('not-allowed-now', 'careNotForHead')
  if (input.nextOn !== null && input.nextOn < call.today) {
    throw new AppError('invalid-input', 'careNextInPast', { fields: { nextOn: 'careNextInPast' } })
  }
  const known = new Set(readGuide(call).actions.map(({ id }) => id))
  if (input.actions.some((id) => !known.has(id))) throw new AppError('invalid-input', 'careActionGone')
  const row = {
    ...{ staff_id: person.id, at: call.now, on: call.today, outcome: input.outcome, next_on: input.nextOn },
    actions: JSON.stringify(input.actions),
  }
  const id = insertTalk(call.database, row)
  if (input.note) sealNote(call, { id, staff_id: person.id, on: call.today }, input.note)
  deleteWish(call.database, person.id)
  const made = listTalks(call.database).find((talk) => talk.id === id)
  if (!made) throw new Error('care_talk: the row just written is gone')
  return toTalk(call, made)
}

export function removeTalk(call: Call, { id }: InputOf<typeof moodCare.removeTalk>) {
  assertCareOpen(call)
  if (!deleteTalk(call.database, id)) throw new AppError('not-found', 'careTalkGone')
  return DONE
}
