import type { AwardCard } from '../../../shared/contract/award-cards.ts'
import type { awardSteps } from '../../../shared/contract/award-steps.ts'
import type { InputOf } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Call } from '../handlers.ts'
import { askRecords } from './award-gates.ts'
import { type AwardRow, touchAward } from './award-repository.ts'
import { getAwardKind } from './award-rules.ts'
import { getSeenAward } from './award-view.ts'
import { readAwardCard } from './read-card.ts'
import { listGates, saveGate } from './review-repository.ts'
import { tell } from './take-step.ts'

/** Gates are looked at between nomination and review. */
function nominated(call: Call, uid: string): AwardRow {
  const row = getSeenAward(call, uid)
  if (row.state !== 'nominated') throw new AppError('conflict', 'awardStepGone')
  return row
}

export function checkGates(call: Call, { uid }: InputOf<typeof awardSteps.checkGates>): AwardCard {
  const row = nominated(call, uid)
  askRecords(call, row)
  touchAward(call.database, row.id)
  tell(call, row)
  return readAwardCard(call, uid)
}

/** What records cannot decide, a person does, by name and with a note. What they found, nobody talks away. */
export function confirmGate(
  call: Call,
  { uid, gate, result, note }: InputOf<typeof awardSteps.confirmGate>,
): AwardCard {
  const row = nominated(call, uid)
  const of = getAwardKind(call.ports.content, row.kind).gates.find(({ id }) => id === gate)
  if (!of) throw new AppError('not-found', 'gateGone')
  const before = listGates(call.database, row.id).find((one) => one.gate === gate)
  if (of.isByData && before === undefined) throw new AppError('not-allowed-now', 'gateAsksRecordsFirst')
  if (of.isByData && before?.confirmed_by == null && before?.result !== 'unknown') {
    throw new AppError('not-allowed-now', 'gateDecidedByRecords')
  }
  saveGate(call.database, row.id, {
    ...{ gate, result, note, confirmed_by: call.actor.staffId, at: call.now },
    records: before?.records ?? '[]',
  })
  touchAward(call.database, row.id)
  tell(call, row)
  return readAwardCard(call, uid)
}
