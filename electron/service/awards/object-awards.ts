import type { AwardCard } from '../../../shared/contract/award-cards.ts'
import type { awardSteps } from '../../../shared/contract/award-steps.ts'
import type { InputOf } from '../../../shared/contract/index.ts'
import { addDays, instantOf } from '../../../shared/domain/business-day.ts'
import { AppError } from '../../../shared/errors.ts'
import { readCalendar } from '../calendar/index.ts'
import type { Call } from '../handlers.ts'
import { readZone } from '../settings/index.ts'
import { type AwardRow, touchAward } from './award-repository.ts'
import { getSeenAward } from './award-view.ts'
import { readAwardCard } from './read-card.ts'
import { assertCurrent, assertNotOwn, takeStep, tell } from './take-step.ts'
import { getObjection, insertEvent, insertObjection, listObjections, markAnswered } from './trail-repository.ts'

const ANSWER_WORKING_DAYS = 3
const SEARCH_DAYS = 60

/** The third working day after this one. */
function answerBy(call: Call): string {
  const calendar = readCalendar(call.ports)
  let on = call.today
  for (let left = ANSWER_WORKING_DAYS, searched = 0; left > 0 && searched < SEARCH_DAYS; searched++) {
    on = addDays(on, 1)
    if (calendar.isWorkday(on)) left--
  }
  return on
}

/**
 * An unnamed one keeps the day and nothing finer: its row, its uid, the award's state and the trail all carry the
 * beginning of the day, and no staff.
 */
function receive(call: Call, uid: string, words: string, isNamed: boolean): void {
  const row = getSeenAward(call, uid)
  const isOpen = row.state === 'publicised' && row.publicity_until !== null && call.today <= row.publicity_until
  if (!isOpen && row.state !== 'objected') throw new AppError('not-allowed-now', 'objectionTooLate')
  const began = instantOf(call.today, 0, readZone(call.database))
  insertObjection(call.database, {
    ...{ uid: call.ports.ids.uid(isNamed ? call.now : began), award_id: row.id, words },
    ...{ staff_id: isNamed ? call.actor.staffId : null, received_on: call.today, due_on: answerBy(call) },
  })
  const unnamed = isNamed ? {} : { unnamedSince: began }
  if (row.state === 'publicised') {
    takeStep(call, row, { to: 'objected', act: 'object', has: { reason: true }, ...unnamed })
    return
  }
  insertEvent(call.database, row.id, {
    ...{ act: 'object', from_state: row.state, to_state: row.state, reason: null, detail: null, on: call.today },
    ...{ by: isNamed ? call.actor.staffId : null, at: isNamed ? call.now : null },
  })
  touchAward(call.database, row.id)
  tell(call, row)
}

export function objectToAward(call: Call, { uid, words }: InputOf<typeof awardSteps.object>): AwardCard {
  receive(call, uid, words, true)
  return readAwardCard(call, uid)
}

export function objectUnnamed(call: Call, { uid, words }: InputOf<typeof awardSteps.objectUnnamed>): { done: true } {
  receive(call, uid, words, false)
  return { done: true }
}

/** Upheld: withdrawn at once. Not upheld: public again once nothing else waits for an answer. */
export function answerObjection(
  call: Call,
  { uid, basedOn, objection, answer, isUpheld }: InputOf<typeof awardSteps.answerObjection>,
): AwardCard {
  const row: AwardRow = getSeenAward(call, uid)
  assertCurrent(row, basedOn)
  assertNotOwn(call, row)
  const one = getObjection(call.database, row.id, objection)
  if (one.answer !== null) throw new AppError('conflict', 'objectionAnswered')
  if (row.state !== 'objected') throw new AppError('conflict', 'awardStepGone')
  if (one.staff_id !== null && one.staff_id === call.actor.staffId) {
    throw new AppError('forbidden', 'objectionOfOneself')
  }
  markAnswered(call.database, one.id, { answer, isUpheld, by: call.actor.staffId, at: call.now })
  const waits = listObjections(call.database, row.id).some((other) => other.answer === null)
  if (isUpheld) takeStep(call, row, { to: 'withdrawn', act: 'withdraw', has: { answer: true }, reason: answer })
  else if (!waits) takeStep(call, row, { to: 'publicised', act: 'reject-objection', has: { answer: true } })
  else {
    touchAward(call.database, row.id)
    tell(call, row)
  }
  return readAwardCard(call, uid)
}
