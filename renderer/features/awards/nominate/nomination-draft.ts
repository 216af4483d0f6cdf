import type { EvidenceRecord } from '../../../../shared/contract/award-evidence.ts'
import type { AwardFields } from '../../../../shared/contract/award-steps.ts'
import type { Award, AwardKind } from '../../../../shared/contract/awards.ts'
import { proposePeriod } from '../../../../shared/domain/award-period.ts'

/** What is typed; a nominee of every kind of subject, so that changing the award loses nothing. */
export interface NominationDraft {
  kind: string | null
  person: string | null
  team: string
  members: string[]
  from: string
  to: string
  reason: string
}

export function draftOf(award: Award | undefined, today: string): NominationDraft {
  return {
    kind: award?.kind ?? null,
    person: award?.nominee.person?.uid ?? null,
    team: award?.nominee.team ?? '',
    members: award?.nominee.members.map(({ uid }) => uid) ?? [],
    from: award?.from ?? today,
    to: award?.to ?? today,
    reason: award?.reason ?? '',
  }
}

/** Another award brings the last full period of its cycle. */
export function withKind(draft: NominationDraft, kind: AwardKind, today: string): NominationDraft {
  return { ...draft, kind: kind.id, ...proposePeriod(kind.cycle, today) }
}

/** Fields that are missing, by name. */
export function missingOf(draft: NominationDraft, subject: AwardKind['subject'] | undefined): string[] {
  return [
    ...(draft.kind === null ? ['kind'] : []),
    ...(subject === 'person' && draft.person === null ? ['person'] : []),
    ...(subject === 'team' && draft.team.trim() === '' ? ['team'] : []),
    ...(subject === 'team' && draft.members.length < 2 ? ['members'] : []),
    ...(draft.reason.trim() === '' ? ['reason'] : []),
  ]
}

/** To be sent, once nothing is missing. */
export function fieldsOf(draft: NominationDraft, subject: AwardKind['subject']): AwardFields {
  const { kind, person, team, members, from, to, reason } = draft
  return {
    kind: kind ?? '',
    nominee:
      subject === 'person'
        ? { kind: 'person', person: person ?? '' }
        : subject === 'team'
          ? { kind: 'team', team: team.trim(), members }
          : { kind: 'outlet' },
    ...{ from, to, reason: reason.trim() },
  }
}

const OF_BRANCH = 'branch-lead'

/** Records that a suggestion brings along, and the person whose they are. */
export interface Brought {
  whose: string | undefined
  records: readonly EvidenceRecord[]
}

/** Records of the nominee, of the period, that a criterion of the award takes; none once the nominee is somebody else. */
export function linkableOf(
  { whose, records }: Brought,
  { from, to, person }: Pick<NominationDraft, 'from' | 'to' | 'person'>,
  kind: Pick<AwardKind, 'criteria' | 'subject'> | undefined,
): EvidenceRecord[] {
  if (kind?.subject !== 'person' || whose === undefined || person !== whose) return []
  return records.filter(
    ({ on, source }) => from <= on && on <= to && kind.criteria.some(({ sources }) => sources.includes(source)),
  )
}

/** Kinds this person may nominate for; the head enters what only the branch nominates. */
export function kindsFor(kinds: readonly AwardKind[], role: string): AwardKind[] {
  return kinds.filter(({ isAutomatic, nominatedBy }) => {
    const ids = nominatedBy.map(({ id }) => id)
    const isOfBranchAlone = ids.every((id) => id === OF_BRANCH)
    return (
      !isAutomatic &&
      (ids.includes('any-staff') ||
        ids.includes('self') ||
        ids.includes(role) ||
        (isOfBranchAlone && role === 'outlet-head'))
    )
  })
}
