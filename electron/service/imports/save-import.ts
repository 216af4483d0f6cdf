import type { ImportKind } from '../../../shared/domain/imports/columns.ts'
import type { DeviceDraft } from '../../../shared/domain/imports/devices.ts'
import type { LedgerDraft, NamedPerson } from '../../../shared/domain/imports/ledger.ts'
import type { PatrolDraft } from '../../../shared/domain/imports/patrol.ts'
import type { RosterDraft } from '../../../shared/domain/imports/roster.ts'
import { importDevices } from '../devices/index.ts'
import type { Call } from '../handlers.ts'
import { importPatrols } from '../patrols/index.ts'
import { findStaffByUid, importStaff } from '../people/index.ts'
import { importTasks } from '../rectifications/index.ts'
import type { AnyPlan } from './import-plan.ts'
import { saveChanged } from './import-repository.ts'

/** Writes the accepted rows of a plan under one import. */
export function saveDrafts(call: Call, kind: ImportKind, plan: Pick<AnyPlan, 'drafts'>, importId: number): void {
  if (kind === 'roster') saveRoster(call, plan.drafts as readonly RosterDraft[], importId)
  else if (kind === 'ledger') saveLedger(call, plan.drafts as readonly LedgerDraft[], importId)
  else if (kind === 'devices') saveDevices(call, plan.drafts as readonly DeviceDraft[], importId)
  else savePatrols(call, plan.drafts as readonly PatrolDraft[], importId)
}

function saveRoster(call: Call, drafts: readonly RosterDraft[], importId: number): void {
  const rows = drafts.map(({ personUid, name, staffNo, post, duties, joined, validTo }) => ({
    uid: personUid,
    name,
    staffNo,
    post,
    duties,
    joinedOn: joined,
    certificateValidTo: validTo,
  }))
  saveChanged(call.database, importId, importStaff(call, rows, importId))
}

function saveLedger(call: Call, drafts: readonly LedgerDraft[], importId: number): void {
  const rows = drafts.map((draft) => ({
    number: draft.number,
    foundOn: draft.found,
    source: draft.source,
    zone: draft.zone,
    itemId: draft.itemId,
    description: draft.text,
    severity: draft.severity,
    owner: staffIdOf(call, draft.owner),
    ownerText: draft.owner?.text ?? null,
    dueOn: draft.due,
    doneOn: draft.done,
    isDone: draft.state === 'done',
    result: draft.result,
    note: draft.note,
  }))
  importTasks(call, rows, importId)
}

function saveDevices(call: Call, drafts: readonly DeviceDraft[], importId: number): void {
  importDevices(
    call,
    drafts.map(({ row: _row, ...fields }) => fields),
    importId,
  )
}

function savePatrols(call: Call, drafts: readonly PatrolDraft[], importId: number): void {
  const rows = drafts.map((draft) => ({
    on: draft.on,
    minute: draft.minute,
    round: draft.round,
    itemId: draft.itemId,
    text: draft.itemText,
    value: draft.answer,
    by: staffIdOf(call, draft.person),
    byText: draft.person && draft.person.uid === null ? draft.person.text : null,
    note: [draft.note, draft.remark].filter(Boolean).join(' · ') || null,
  }))
  importPatrols(call, rows, importId)
}

function staffIdOf(call: Call, person: NamedPerson | null): number | null {
  return person?.uid ? (findStaffByUid(call.database, person.uid)?.id ?? null) : null
}
