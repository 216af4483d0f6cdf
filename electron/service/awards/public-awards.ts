import type { Call } from '../handlers.ts'
import { findOutlet } from '../people/index.ts'
import { type AwardRow, listGranted, listPublicised } from './award-repository.ts'
import { getAwardKind } from './award-rules.ts'
import { nomineeOf } from './award-view.ts'

/** What is for everybody's eyes. */
export interface PublicAward {
  uid: string
  kind: { zh: string; en: string }
  /** The person, the team, or the outlet. */
  nominee: string
  reason: string
  /** Granted on; of a notice its last day. */
  on: string | null
}

function publicAward(call: Call, row: AwardRow, on: string | null): PublicAward {
  const { zh, en } = getAwardKind(call.ports.content, row.kind)
  const { person, team } = nomineeOf(call, row)
  const nominee = person?.name ?? team ?? findOutlet(call.database)?.name ?? ''
  return { uid: row.uid, kind: { zh, en }, nominee, reason: row.reason, on }
}

/** Granted in these days and not revoked, newest first. */
export function readGrantedAwards(call: Call, from: string, to: string, limit: number): PublicAward[] {
  return listGranted(call.database, from, to, limit).map((row) => publicAward(call, row, row.granted_on))
}

/** Under a notice now, the next to end first. */
export function readPublicisedAwards(call: Call, limit: number): PublicAward[] {
  return listPublicised(call.database, limit).map((row) => publicAward(call, row, row.publicity_until))
}
