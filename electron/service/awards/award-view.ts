import { Award, type AwardNominee, type AwardSubject } from '../../../shared/contract/awards.ts'
import type { Call } from '../handlers.ts'
import { staffRefs } from '../people/index.ts'
import { type AwardRow, getAward, listMembers, type Reader, type SeenAward } from './award-repository.ts'

const INSPECTING = ['outlet-head', 'auditor', 'branch-lead', 'operator']

/** As whom the caller reads. */
export function readerOf({ actor, today }: Call): Reader {
  const role = actor.role ?? ''
  return {
    me: actor.staffId ?? -1,
    isInspecting: Number(INSPECTING.includes(role)),
    isHead: Number(role === 'outlet-head'),
    today,
  }
}

/** An award the caller may see; for everybody else there is none. */
export function getSeenAward(call: Call, uid: string): SeenAward {
  return getAward(call.database, uid, readerOf(call))
}

const NOBODY = { uid: '00000000-0000-0000-0000-000000000000', name: '' }

export function nomineeOf(call: Call, row: AwardRow): AwardNominee {
  const refs = staffRefs(call.database)
  const kind: AwardSubject = row.subject_kind
  return {
    kind,
    person: row.staff_id === null ? null : (refs.get(row.staff_id) ?? NOBODY),
    team: row.team_name,
    members: kind === 'team' ? listMembers(call.database, row.id).map((id) => refs.get(id) ?? NOBODY) : [],
  }
}

/** Whom it is about: the person, or everybody of the team; nobody where it is the outlet. */
export function nomineeIds(call: Pick<Call, 'database'>, row: AwardRow): number[] {
  return row.staff_id === null ? listMembers(call.database, row.id) : [row.staff_id]
}

export function contractAward(call: Call, row: AwardRow & { waits?: number }): Award {
  return Award.parse({
    uid: row.uid,
    no: row.no,
    kind: row.kind,
    level: row.level,
    nominee: nomineeOf(call, row),
    from: row.period_from,
    to: row.period_to,
    nominator: staffRefs(call.database).get(row.nominator) ?? NOBODY,
    reason: row.reason,
    state: row.state,
    stateSince: row.state_since,
    publicityFrom: row.publicity_from,
    publicityUntil: row.publicity_until,
    grantedOn: row.granted_on,
    revision: row.revision,
    waitsForMe: row.waits === 1,
  })
}

/** The last day of the notice has passed, or there never was one. */
export function isPublicityOver({ publicity_from, publicity_until }: AwardRow, today: string): boolean {
  return publicity_until !== null && (publicity_until < today || publicity_until === publicity_from)
}
