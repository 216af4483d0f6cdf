import { isQuestionable, tempoOf } from '../../../shared/domain/patrol-tempo.ts'
import { AppError } from '../../../shared/errors.ts'
import { listRounds, readChecklist } from '../checklists/index.ts'
import { statement } from '../database/statements.ts'
import type { HandlersOf } from '../handlers.ts'
import { findStaffByUid } from '../people/index.ts'
import { listEntryTimes } from './answer-repository.ts'
import { saveConditions } from './day-conditions.ts'
import { correctAnswer, giveBack, recheckPatrol, submitPatrol } from './finish-patrol.ts'
import { listAnswersBehind, searchAnswers } from './list-answers.ts'
import { openPatrol, refreshDueItems } from './open-patrol.ts'
import { getPatrol } from './patrol-repository.ts'
import { readTrends } from './patrol-trends.ts'
import { planDays } from './plan-days.ts'
import { listSummaries, readDay, readProgress, readSheet } from './read-patrols.ts'
import { recordAnswers } from './record-answers.ts'

export { digestOf } from './finish-patrol.ts'
export { type ImportedAnswer, importPatrols, removeImportedPatrols } from './import-patrols.ts'
export { readTrends, type Trends } from './patrol-trends.ts'
export { planDays } from './plan-days.ts'
export { listSummaries, readDay } from './read-patrols.ts'

export const patrolsHandlers: HandlersOf<'patrols'> = {
  day: (call, { on }) => readDay(call, on ?? call.today),
  list: (call, { from, to }) => listSummaries(call, from, to),
  sheet: (call, { uid }) => readSheet(call, uid),
  progress: (call, { uid }) => readProgress(call, uid),

  setConditions(call, { on, conditions }) {
    saveConditions(call, on, conditions)
    refreshDueItems(call, on)
    return { done: true }
  },

  start(call, { uid }) {
    openPatrol(call, uid)
    return readSheet(call, uid)
  },

  answer(call, { uid, answers }) {
    const patrol = getPatrol(call.database, uid)
    if (patrol.submitted_at !== null && patrol.status !== 'returned') throw new AppError('conflict', 'roundSubmitted')
    return recordAnswers(call, patrol, answers)
  },

  assignZone(call, { uid, zone, personUid }) {
    const patrol = getPatrol(call.database, uid)
    const zoneNo = readChecklist(call.database).zoneById.get(zone)?.no
    if (zoneNo === undefined) throw new AppError('not-found', 'zoneGone')
    const assignee = personUid === null ? null : findStaffByUid(call.database, personUid)
    if (personUid !== null && !assignee) throw new AppError('not-found', 'personGone')
    if (assignee) {
      statement(
        call.database,
        `INSERT INTO patrol_zone VALUES (?, ?, ?)
         ON CONFLICT (patrol_id, zone_no) DO UPDATE SET assignee = excluded.assignee`,
      ).run(patrol.id, zoneNo, assignee.id)
    } else {
      statement(call.database, 'DELETE FROM patrol_zone WHERE patrol_id = ? AND zone_no = ?').run(patrol.id, zoneNo)
    }
    call.changed({ record: 'patrol-zone', uid, before: null, after: { zone, assignee: personUid } })
    return { done: true }
  },

  correct: correctAnswer,
  submit: submitPatrol,
  giveBack,
  recheck: recheckPatrol,

  tempo(call, { uid }) {
    const patrol = getPatrol(call.database, uid)
    const plannedMinutes = listRounds(call.database).find(({ no }) => no === patrol.round_no)?.plannedMinutes ?? 20
    const { itemByNo } = readChecklist(call.database, patrol.checklist_version ?? undefined)
    const entries = listEntryTimes(call.database, patrol.id)
    const tempo = tempoOf(entries)
    return {
      minutes: tempo.minutes,
      plannedMinutes,
      fastestThirtySeconds: tempo.fastestThirtySeconds,
      isQuestionable: isQuestionable(tempo, plannedMinutes, entries.length),
      items: [...tempo.seconds].map(([no, seconds]) => ({ item: itemByNo.get(no)?.id ?? '', seconds })),
    }
  },

  planDays(call) {
    planDays(call)
    return { done: true }
  },

  trends: readTrends,
  answers: listAnswersBehind,
  search: searchAnswers,
}
