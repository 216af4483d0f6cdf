import type { AwardCard } from '../../../shared/contract/award-cards.ts'
import type { AwardFields, awardSteps } from '../../../shared/contract/award-steps.ts'
import type { AwardKind } from '../../../shared/contract/awards.ts'
import type { InputOf } from '../../../shared/contract/index.ts'
import { daysApart } from '../../../shared/domain/business-day.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Call } from '../handlers.ts'
import { findOutlet, findStaffByUid, type StaffMember } from '../people/index.ts'
import { pinyinOf, pinyinOfText } from '../pinyin-of.ts'
import {
  type AwardRow,
  findLiving,
  giveNumber,
  insertAward,
  replaceMembers,
  touchAward,
  updateDraft,
} from './award-repository.ts'
import { getAwardKind } from './award-rules.ts'
import { getSeenAward } from './award-view.ts'
import { deleteEvidence, listEvidence } from './evidence-repository.ts'
import { assertStoryUnused, linkEvidence, linkRecords } from './link-evidence.ts'
import { readAwardCard } from './read-card.ts'
import { assertCurrent, takeStep, tell } from './take-step.ts'

const LONGEST_DAYS = 366

/** Who acts; a nomination is somebody's. */
function nominatorOf(call: Call): number {
  if (call.actor.staffId === null) throw new AppError('forbidden', 'awardNotYours')
  return call.actor.staffId
}

function personOf(call: Call, uid: string): StaffMember {
  const person = findStaffByUid(call.database, uid)
  if (!person) throw new AppError('not-found', 'personGone')
  return person
}

/** By the kind's own list; what only the branch nominates, the head enters for it. */
function assertMayNominate(call: Call, kind: AwardKind, isSelf: boolean): void {
  if (kind.isAutomatic) throw new AppError('not-allowed-now', 'awardKindAutomatic')
  const ids = kind.nominatedBy.map(({ id }) => id)
  const isOfBranchAlone = ids.every((id) => id === 'branch-lead')
  const role = call.actor.role ?? ''
  if (isSelf && !ids.includes('self')) throw new AppError('forbidden', 'noSelfNomination')
  const may = isSelf || ids.includes('any-staff') || ids.includes(role) || (isOfBranchAlone && role === 'outlet-head')
  if (!may) throw new AppError('forbidden', 'awardNominatedByOthers')
}

/** The columns of a draft, once everything in it is sound. */
function columnsOf(call: Call, fields: AwardFields) {
  const kind = getAwardKind(call.ports.content, fields.kind)
  const { nominee, from, to, reason } = fields
  if (nominee.kind !== kind.subject) {
    throw new AppError('invalid-input', 'awardSubjectOther', { fields: { nominee: 'awardSubjectOther' } })
  }
  if (to < from) throw new AppError('invalid-input', 'periodEndsFirst', { fields: { to: 'periodEndsFirst' } })
  if (to > call.today) throw new AppError('invalid-input', 'periodInFuture', { fields: { to: 'periodInFuture' } })
  if (daysApart(from, to) >= LONGEST_DAYS)
    throw new AppError('invalid-input', 'rangeTooLong', { fields: { from: 'rangeTooLong' } })
  const person = nominee.kind === 'person' ? personOf(call, nominee.person) : null
  const members = nominee.kind === 'team' ? [...new Set(nominee.members)].map((uid) => personOf(call, uid)) : []
  assertMayNominate(call, kind, person !== null && person.id === call.actor.staffId)
  const names = [person?.name, ...members.map(({ name }) => name), nominee.kind === 'team' ? nominee.team : undefined]
  return {
    columns: {
      kind: kind.id,
      level: kind.level,
      subject_kind: nominee.kind,
      staff_id: person?.id ?? null,
      team_name: nominee.kind === 'team' ? nominee.team : null,
      period_from: from,
      period_to: to,
      reason,
      search: searchOf(
        call,
        kind,
        names.filter((name) => name !== undefined),
        reason,
      ),
    },
    members: members.map(({ id }) => id),
  }
}

/** What a search looks at. */
export function searchOf(call: Call, kind: AwardKind, names: readonly string[], reason: string): string {
  const all = names.length > 0 ? names : [findOutlet(call.database)?.name ?? '']
  return [kind.zh, pinyinOfText(kind.zh), kind.en, ...all, ...all.map(pinyinOf), reason].join(' ').toLowerCase()
}

export function addAward(call: Call, { records, ...fields }: InputOf<typeof awardSteps.add>): AwardCard {
  const { columns, members } = columnsOf(call, fields)
  const uid = call.ports.ids.uid(call.now)
  const nominator = nominatorOf(call)
  const id = insertAward(call.database, { ...columns, uid, nominator, at: call.now })
  replaceMembers(call.database, id, members)
  call.changed({ record: 'award', uid, before: null, after: { state: 'draft' } })
  linkRecords(call, getSeenAward(call, uid), records, nominator)
  return readAwardCard(call, uid)
}

/** The caller's own, as long as it is a draft. */
function draftOf(call: Call, uid: string): AwardRow {
  const row = getSeenAward(call, uid)
  if (row.nominator !== call.actor.staffId) throw new AppError('forbidden', 'awardNotYours')
  if (row.state !== 'draft') throw new AppError('conflict', 'awardNoDraft')
  return row
}

export function updateAward(call: Call, { uid, basedOn, ...fields }: InputOf<typeof awardSteps.update>): AwardCard {
  const row = draftOf(call, uid)
  assertCurrent(row, basedOn)
  const { columns, members } = columnsOf(call, fields)
  const evidence = listEvidence(call.database, row.id)
  if (columns.kind !== row.kind && evidence.length > 0) throw new AppError('not-allowed-now', 'awardKindFixed')
  if (columns.staff_id !== row.staff_id && evidence.length > 0)
    throw new AppError('not-allowed-now', 'awardNomineeFixed')
  updateDraft(call.database, row.id, columns)
  replaceMembers(call.database, row.id, members)
  tell(call, row)
  return readAwardCard(call, uid)
}

/** Its nominator's while it is a draft; until the review begins the head's as well. */
function openForEvidence(call: Call, uid: string): AwardRow {
  const row = getSeenAward(call, uid)
  const isHeads = call.actor.role === 'outlet-head' && row.state !== 'draft'
  if (row.nominator !== call.actor.staffId && !isHeads) throw new AppError('forbidden', 'awardNotYours')
  if (row.state !== 'draft' && row.state !== 'nominated') throw new AppError('conflict', 'evidenceClosed')
  return row
}

export function addAwardEvidence(call: Call, { uid, ...evidence }: InputOf<typeof awardSteps.addEvidence>): AwardCard {
  const row = openForEvidence(call, uid)
  linkEvidence(call, row, { ...evidence, addedBy: nominatorOf(call) })
  touchAward(call.database, row.id)
  tell(call, row)
  return readAwardCard(call, uid)
}

export function removeAwardEvidence(
  call: Call,
  { uid, evidence }: InputOf<typeof awardSteps.removeEvidence>,
): AwardCard {
  const row = openForEvidence(call, uid)
  if (row.state !== 'draft' && listEvidence(call.database, row.id).length === 1) {
    throw new AppError('not-allowed-now', 'awardNeedsEvidence')
  }
  if (!deleteEvidence(call.database, row.id, evidence)) throw new AppError('not-found', 'evidenceGone')
  touchAward(call.database, row.id)
  tell(call, row)
  return readAwardCard(call, uid)
}

export function nominateAward(call: Call, { uid, basedOn }: InputOf<typeof awardSteps.nominate>): AwardCard {
  const row = draftOf(call, uid)
  assertCurrent(row, basedOn)
  const kind = getAwardKind(call.ports.content, row.kind)
  assertMayNominate(call, kind, row.staff_id !== null && row.staff_id === call.actor.staffId)
  const other = findLiving(call.database, row)
  if (other) throw new AppError('not-allowed-now', 'nominatedAlready', { params: { no: other.no ?? '' } })
  const evidence = listEvidence(call.database, row.id)
  for (const { record_kind: recordKind, record_uid: recordUid, on_day: on } of evidence) {
    if (on < row.period_from || on > row.period_to) throw new AppError('not-allowed-now', 'evidenceOutsidePeriod')
    if (recordKind !== null && recordUid !== null) assertStoryUnused(call, row, { kind: recordKind, uid: recordUid })
  }
  if (evidence.length > 0) giveNumber(call.database, row.id, Number(call.today.slice(0, 4)))
  takeStep(call, getSeenAward(call, uid), { to: 'nominated', act: 'nominate', has: { evidence: evidence.length > 0 } })
  return readAwardCard(call, uid)
}
