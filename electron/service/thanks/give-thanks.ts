import type { InputOf } from '../../../shared/contract/index.ts'
import type { ThanksCard, thanks } from '../../../shared/contract/thanks.ts'
import { addDays } from '../../../shared/domain/business-day.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Call } from '../handlers.ts'
import { findStaffByUid, type StaffMember } from '../people/index.ts'
import { pinyinOf, pinyinOfText } from '../pinyin-of.ts'
import { contractCard, isMine, mayWithdraw, undoUntil } from './read-thanks.ts'
import {
  countGivenOn,
  countOfPair,
  deleteThanks,
  findThanks,
  insertThanks,
  type ThanksRow,
  withdrawThanks,
} from './thanks-repository.ts'
import { readThanksValues } from './thanks-values.ts'

/** The day itself and the six before it. */
const PAIR_DAYS = 7

/** One sentence to a colleague. Refused beyond the limits of the data file, with the limit that stands against it. */
export function giveThanks(call: Call, { to, words, value, isPrivate }: InputOf<typeof thanks.give>): ThanksCard {
  const { database, now, today } = call
  const giver = giverOf(call)
  const receiver = findStaffByUid(database, to)
  if (!receiver?.isActive) throw new AppError('not-found', 'personGone')
  if (receiver.id === giver)
    throw new AppError('invalid-input', 'thanksToOneself', { fields: { to: 'thanksToOneself' } })
  const { values } = readThanksValues(call.ports.content)
  if (!values.some(({ id }) => id === value)) throw new AppError('invalid-input', 'thanksValueUnknown')
  assertWithinLimits(call, giver, receiver)
  const uid = call.ports.ids.uid(now)
  const names = `${receiver.name} ${receiver.pinyin} ${call.actor.name} ${pinyinOf(call.actor.name)}`
  insertThanks(database, {
    uid,
    giver,
    receiver: receiver.id,
    words,
    search: `${words} ${pinyinOfText(words)} ${names}`.toLowerCase(),
    value,
    is_private: Number(isPrivate),
    on: today,
    at: now,
  })
  return contractCard(call, getCard(call, uid))
}

/** Within minutes a card can go as if it had never been. */
export function undoThanks(call: Call, { uid }: InputOf<typeof thanks.undo>) {
  const row = getCard(call, uid)
  if (row.giver !== call.actor.staffId) throw new AppError('forbidden', 'thanksOfGiverOnly')
  if (undoUntil(call, row) === null) throw new AppError('not-allowed-now', 'thanksUndoOver')
  deleteThanks(call.database, row.id)
  return { done: true as const }
}

export function takeBackThanks(call: Call, { uid, reason }: InputOf<typeof thanks.withdraw>): ThanksCard {
  const row = getCard(call, uid)
  if (row.withdrawn_at !== null) throw new AppError('conflict', 'thanksWithdrawn')
  if (!mayWithdraw(call, row)) throw new AppError('forbidden', 'thanksOfGiverOnly')
  withdrawThanks(call.database, row.id, { at: call.now, by: call.actor.staffId, reason })
  return contractCard(call, getCard(call, uid))
}

function giverOf({ actor }: Call): number {
  if (actor.staffId === null) throw new AppError('not-found', 'personGone')
  return actor.staffId
}

/** A private card is there for the two alone: others are told that there is none. */
function getCard(call: Call, uid: string): ThanksRow {
  const row = findThanks(call.database, uid)
  if (!row || (row.is_private === 1 && !isMine(call, row))) throw new AppError('not-found', 'thanksGone')
  return row
}

function assertWithinLimits({ database, ports, today }: Call, giver: number, receiver: StaffMember): void {
  const { a_day: aDay, pair_in_seven_days: most } = readThanksValues(ports.content).limits
  if (countGivenOn(database, giver, today) >= aDay) {
    throw new AppError('not-allowed-now', 'thanksADay', { params: { count: aDay } })
  }
  if (countOfPair(database, giver, receiver.id, addDays(today, 1 - PAIR_DAYS)) >= most) {
    throw new AppError('not-allowed-now', 'thanksOfPair', { params: { count: most, name: receiver.name } })
  }
}
