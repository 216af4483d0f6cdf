import { type AwardGate, GateRecord } from '../../../shared/contract/award-cards.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Call } from '../handlers.ts'
import { staffRefs } from '../people/index.ts'
import type { AwardRow } from './award-repository.ts'
import { getAwardKind } from './award-rules.ts'
import { type GateMoment, readGate } from './gate-readers.ts'
import { type GateRow, listGates, saveGate } from './review-repository.ts'

const Records = GateRecord.array()

/** Every gate of the kind; one that nobody has looked at is unknown. */
export function readGates(call: Call, row: AwardRow): AwardGate[] {
  const known = new Map(listGates(call.database, row.id).map((one) => [one.gate, one]))
  const refs = staffRefs(call.database)
  return getAwardKind(call.ports.content, row.kind).gates.map(({ id }): AwardGate => {
    const one = known.get(id)
    if (!one) return { gate: id, result: 'unknown', records: [], confirmedBy: null, note: null, at: null }
    return {
      ...{ gate: id, result: one.result, note: one.note, at: one.at },
      records: Records.parse(JSON.parse(one.records)),
      confirmedBy: one.confirmed_by === null ? null : (refs.get(one.confirmed_by)?.name ?? ''),
    }
  })
}

/** True once every gate is clear; a found one blocks the review. */
export function areGatesClear(call: Call, row: AwardRow): boolean {
  const gates = readGates(call, row)
  if (gates.some(({ result }) => result === 'found')) throw new AppError('not-allowed-now', 'awardVetoed')
  return gates.every(({ result }) => result === 'clear')
}

/** Asks the records anew. What a person has confirmed stays, unless the records now speak against it. */
export function askRecords(call: Call, row: AwardRow): void {
  const known = new Map(listGates(call.database, row.id).map((one) => [one.gate, one]))
  for (const { id, isByData } of getAwardKind(call.ports.content, row.kind).gates) {
    if (!isByData) continue
    const { result, records } = readGate(call, row, id)
    const before = known.get(id)
    if (result === 'unknown' && before?.confirmed_by != null) continue
    const blank: Omit<GateRow, 'gate' | 'result'> = { records: '[]', confirmed_by: null, note: null, at: call.now }
    saveGate(call.database, row.id, { ...blank, gate: id, result, records: JSON.stringify(records) })
  }
}

/** What the records hold against an award that passed its gates: something may have come up since. */
export function vetoesNow(moment: GateMoment, row: AwardRow): GateRecord[] {
  return getAwardKind(moment.ports.content, row.kind)
    .gates.filter(({ isByData }) => isByData)
    .map(({ id }) => readGate(moment, row, id))
    .filter(({ result }) => result === 'found')
    .flatMap(({ records }) => records)
}
