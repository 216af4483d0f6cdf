import { AppError } from '../../../shared/errors.ts'
import type { HandlersOf } from '../handlers.ts'
import { assignZones } from './assign-zones.ts'
import { saveConditions } from './day-conditions.ts'
import { correctAnswer, giveBack, recheckPatrol, submitPatrol } from './finish-patrol.ts'
import { listAnswersBehind, searchAnswers } from './list-answers.ts'
import { openPatrol, refreshDueItems } from './open-patrol.ts'
import { getPatrol } from './patrol-repository.ts'
import { listTempoQuestions, readTempo } from './patrol-tempo.ts'
import { readCharts } from './patrol-trends.ts'
import { planDays } from './plan-days.ts'
import { listSummaries, readDay, readProgress, readSheet } from './read-patrols.ts'
import { recordAnswers } from './record-answers.ts'

export { digestOf } from './finish-patrol.ts'
export { type ImportedAnswer, importPatrols, removeImportedPatrols } from './import-patrols.ts'
export { listAnswersBehind } from './list-answers.ts'
export { readTotal, readTrends } from './patrol-trends.ts'
export { planDays, readNextOpen } from './plan-days.ts'
export { type DayRounds, listSummaries, readDay, readDays, withQuestions } from './read-patrols.ts'
export { listItemDays, tallyOfPatrol } from './total-repository.ts'

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

  assignZones,
  correct: correctAnswer,
  submit: submitPatrol,
  giveBack,
  recheck: recheckPatrol,

  tempo: readTempo,
  tempoQuestions: listTempoQuestions,

  planDays(call) {
    planDays(call)
    return { done: true }
  },

  trends: readCharts,
  answers: listAnswersBehind,
  search: searchAnswers,
}
