import type { AwardCard } from '../../../shared/contract/award-cards.ts'
import type { awardSteps } from '../../../shared/contract/award-steps.ts'
import type { InputOf } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { vetoesNow } from './award-gates.ts'
import { type AwardRow, listToGrant, setReason, touchAward } from './award-repository.ts'
import { getAwardKind } from './award-rules.ts'
import { getSeenAward, isPublicityOver, nomineeOf } from './award-view.ts'
import { searchOf } from './draft-awards.ts'
import type { GateMoment } from './gate-readers.ts'
import { readAwardCard } from './read-card.ts'
import { assertCurrent, assertNotOwn, takeStep, tell } from './take-step.ts'
import { deleteReward, insertEvent, insertReward } from './trail-repository.ts'

export function grantAward(
  call: Call,
  { uid, basedOn, reference, decidedOn }: InputOf<typeof awardSteps.grant>,
): AwardCard {
  const row = getSeenAward(call, uid)
  assertCurrent(row, basedOn)
  assertNotOwn(call, row)
  const { isDecidedOutside } = getAwardKind(call.ports.content, row.kind)
  const isMissing = isDecidedOutside && row.state === 'publicised' && (!reference || decidedOn === null)
  if (isMissing || (decidedOn !== null && decidedOn > call.today)) {
    throw new AppError('invalid-input', 'awardDecidedOutside', {
      fields: {
        ...(!reference && { reference: 'required' }),
        ...((decidedOn === null || decidedOn > call.today) && { decidedOn: 'awardDecidedOutside' }),
      },
    })
  }
  const [veto] = vetoesNow(call, row)
  if (veto) throw new AppError('not-allowed-now', 'awardVetoedSince', { params: { record: veto.text } })
  takeStep(call, row, {
    ...{ to: 'granted', act: 'grant', has: { 'publicity-over': isPublicityOver(row, call.today) } },
    columns: {
      granted_on: call.today,
      decision_reference: isDecidedOutside ? reference : null,
      decision_on: isDecidedOutside ? decidedOn : null,
    },
  })
  return readAwardCard(call, uid)
}

/**
 * Decided here, public for long enough and with nothing against it; what the branch decides waits for its decision, and
 * what a veto has caught up with waits for the head.
 */
function dueToGrant(moment: GateMoment): AwardRow[] {
  return listToGrant(moment.database, moment.today)
    .filter(({ kind }) => !getAwardKind(moment.ports.content, kind).isDecidedOutside)
    .filter((row) => vetoesNow(moment, row).length === 0)
}

/** When the clockwork last asked the records, and of which state of them. */
const asked = new WeakMap<GateMoment['database'], { on: string; changes: number }>()

/**
 * Asks once a day, and again after any record has changed: what a veto holds back would be asked about at every tick
 * otherwise. Of several connections only the writing one counts its changes, and it is the one that asks.
 */
export function hasAwardsToGrant(moment: GateMoment): boolean {
  const changes = Number(statement(moment.database, 'SELECT total_changes()').pluck().get())
  const last = asked.get(moment.database)
  if (last?.on === moment.today && last.changes === changes) return false
  const isDue = dueToGrant(moment).length > 0
  if (!isDue) asked.set(moment.database, { on: moment.today, changes })
  return isDue
}

/** The console's own clockwork. */
export function grantDueAwards(call: Call): { done: true } {
  for (const row of dueToGrant(call)) {
    takeStep(call, row, {
      ...{ to: 'granted', act: 'grant', has: { 'publicity-over': true } },
      columns: { granted_on: call.today },
    })
  }
  return { done: true }
}

export function withdrawAward(call: Call, { uid, basedOn, reason }: InputOf<typeof awardSteps.withdraw>): AwardCard {
  const row = getSeenAward(call, uid)
  assertCurrent(row, basedOn)
  if (row.state === 'objected') throw new AppError('not-allowed-now', 'answerObjectionFirst')
  takeStep(call, row, { to: 'withdrawn', act: 'withdraw', has: { reason: reason !== '' }, reason: reason || null })
  return readAwardCard(call, uid)
}

export function revokeAward(call: Call, { uid, basedOn, reason }: InputOf<typeof awardSteps.revoke>): AwardCard {
  const row = getSeenAward(call, uid)
  assertCurrent(row, basedOn)
  takeStep(call, row, { to: 'revoked', act: 'revoke', has: { reason: true }, reason })
  return readAwardCard(call, uid)
}

const PUBLIC_STATES = ['publicised', 'objected', 'granted']

/** The words of what is public already; what stood before stays in the trail. */
export function correctAward(call: Call, { uid, basedOn, reason, why }: InputOf<typeof awardSteps.correct>): AwardCard {
  const row = getSeenAward(call, uid)
  assertCurrent(row, basedOn)
  if (!PUBLIC_STATES.includes(row.state)) throw new AppError('conflict', 'awardStepGone')
  if (reason === row.reason)
    throw new AppError('invalid-input', 'nothingCorrected', { fields: { reason: 'nothingCorrected' } })
  const { person, team, members } = nomineeOf(call, row)
  const names = [person?.name, ...members.map(({ name }) => name), team].filter((name) => name != null)
  const kind = getAwardKind(call.ports.content, row.kind)
  setReason(call.database, row.id, reason, searchOf(call, kind, names, reason))
  insertEvent(call.database, row.id, {
    ...{ act: 'correct', from_state: null, to_state: null, reason: why, by: call.actor.staffId },
    ...{ on: call.today, at: call.now, detail: JSON.stringify({ before: row.reason, after: reason }) },
  })
  tell(call, row)
  return readAwardCard(call, uid)
}

function granted(call: Call, uid: string): AwardRow {
  const row = getSeenAward(call, uid)
  if (row.state !== 'granted') throw new AppError('conflict', 'awardNotGranted')
  return row
}

/** What was handed over, and when. */
export function noteReward(call: Call, { uid, what, on }: InputOf<typeof awardSteps.noteReward>): AwardCard {
  const row = granted(call, uid)
  if (on > call.today) throw new AppError('invalid-input', 'periodInFuture', { fields: { on: 'periodInFuture' } })
  const reward = { uid: call.ports.ids.uid(call.now), what, on, noted_by: call.actor.staffId, at: call.now }
  insertReward(call.database, row.id, reward)
  touchAward(call.database, row.id)
  tell(call, row)
  return readAwardCard(call, uid)
}

export function removeReward(call: Call, { uid, reward }: InputOf<typeof awardSteps.removeReward>): AwardCard {
  const row = granted(call, uid)
  if (!deleteReward(call.database, row.id, reward)) throw new AppError('not-found', 'rewardGone')
  touchAward(call.database, row.id)
  tell(call, row)
  return readAwardCard(call, uid)
}
