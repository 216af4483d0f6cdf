import type { InputOf, OutputOf } from '../../../shared/contract/index.ts'
import type { patrols } from '../../../shared/contract/patrols.ts'
import { daysBetween } from '../../../shared/domain/business-day.ts'
import { tempoDoubt, tempoOf } from '../../../shared/domain/patrol-tempo.ts'
import { AppError } from '../../../shared/errors.ts'
import { listRounds, readChecklist } from '../checklists/index.ts'
import type { Call } from '../handlers.ts'
import { listEntryTimes } from './answer-repository.ts'
import { getPatrol, listPatrols, type PatrolRow } from './patrol-repository.ts'
import { summarize } from './read-patrols.ts'
import { tallyOfPatrol } from './total-repository.ts'

const MOST_DAYS = 31
const USUAL_MINUTES = 20

export function readTempo(call: Call, { uid }: InputOf<typeof patrols.tempo>): OutputOf<typeof patrols.tempo> {
  const patrol = getPatrol(call.database, uid)
  const { itemByNo } = readChecklist(call.database, patrol.checklist_version ?? undefined)
  const { seconds, doubt, ...tempo } = tempoOfPatrol(call, patrol)
  return {
    ...tempo,
    isQuestionable: doubt !== null,
    items: [...seconds].map(([no, one]) => ({ item: itemByNo.get(no)?.id ?? '', seconds: one })),
  }
}

export function listTempoQuestions(
  call: Call,
  { from, to }: InputOf<typeof patrols.tempoQuestions>,
): OutputOf<typeof patrols.tempoQuestions> {
  if (daysBetween(from, to).length > MOST_DAYS) throw new AppError('invalid-input', 'rangeTooLong')
  return listPatrols(call.database, from, to)
    .filter(({ kind, submitted_at }) => kind !== 'import' && submitted_at !== null)
    .reverse()
    .flatMap((patrol) => {
      const { minutes, plannedMinutes, fastestThirtySeconds, doubt } = tempoOfPatrol(call, patrol)
      if (doubt === null) return []
      const summary = summarize(call, patrol, tallyOfPatrol(call.database, patrol.id))
      return [{ patrol: summary, doubt, minutes, plannedMinutes, fastestThirtySeconds }]
    })
}

/** Of the walk alone: what came after the first hand-in, a correction or more answers, is no part of it. */
function tempoOfPatrol({ database }: Call, patrol: PatrolRow) {
  const plannedMinutes = listRounds(database).find(({ no }) => no === patrol.round_no)?.plannedMinutes ?? USUAL_MINUTES
  const end = (patrol.walk_ended_at ?? Number.POSITIVE_INFINITY) - (patrol.opened_at ?? 0)
  const entries = listEntryTimes(database, patrol.id).filter(({ at }) => at <= end)
  const tempo = tempoOf(entries)
  return { ...tempo, plannedMinutes, doubt: tempoDoubt(tempo, plannedMinutes, entries.length) }
}
