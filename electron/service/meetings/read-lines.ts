import { LineExtra, type MeetingLine } from '../../../shared/contract/meeting-lines.ts'
import type { TaskState } from '../../../shared/contract/rectifications.ts'
import { businessDay } from '../../../shared/domain/business-day.ts'
import { OPEN_STATES } from '../../../shared/domain/task-states.ts'
import type { Call } from '../handlers.ts'
import { findStaffByUid, staffRefs } from '../people/index.ts'
import { readZone } from '../settings/index.ts'
import { drillCards } from './flow.ts'
import { countMornings, type FoundLine, listRaises } from './line-repository.ts'

type Reading = Pick<Call, 'database' | 'ports' | 'today'>

/** With how many mornings it has come back until it ended, or until today. */
export function contractLine({ database, ports, today }: Reading, row: FoundLine): MeetingLine {
  const refs = staffRefs(database)
  const nameOf = (id: number | null) => refs.get(id ?? 0)?.name ?? '—'
  const endedAt = row.state === 'open' ? null : row.ended_at
  const until = endedAt === null ? today : businessDay(endedAt, readZone(database))
  return {
    uid: row.uid,
    meetingUid: row.meeting_uid,
    on: row.meeting_on,
    stepId: row.step_id,
    capture: row.capture,
    words: row.words,
    person: refs.get(row.staff_id ?? 0) ?? null,
    dueOn: row.due_on,
    queue: row.queue,
    state: row.state,
    reason: row.reason,
    endedAt: row.ended_at,
    endedBy: endedAt === null ? null : nameOf(row.ended_by),
    task: taskOf(row, nameOf),
    ...toldOf({ database, ports }, row.extra),
    at: row.at,
    by: nameOf(row.by),
    mornings: row.state === 'said' ? 0 : countMornings(database, row.meeting_on, until),
    raises: listRaises(database, row.id).map((raise) => ({
      raisedAt: raise.raised_at,
      raisedBy: nameOf(raise.raised_by),
      note: raise.note,
      answer: raise.answer,
      answeredBy: raise.answered_by,
      answeredOn: raise.answered_on,
    })),
  }
}

function taskOf(row: FoundLine, nameOf: (id: number | null) => string): MeetingLine['task'] {
  if (row.task_uid === null) return null
  return {
    uid: row.task_uid,
    no: row.task_no ?? '',
    isEnded: !OPEN_STATES.includes(row.task_state as TaskState),
    owner: row.task_owner === null ? row.task_owner_text : nameOf(row.task_owner),
    queue: row.task_owner === null && row.task_owner_text === null ? row.task_queue : null,
    dueAt: row.task_due_at ?? 0,
  }
}

/** What only some captures know, with the names of its card and people. */
function toldOf({ database, ports }: Pick<Call, 'database' | 'ports'>, text: string | null) {
  if (text === null) return { extra: null, card: null, people: [] }
  const extra = LineExtra.parse(JSON.parse(text))
  const { drill, confirmed = [] } = extra
  const nameOf = (uid: string) => findStaffByUid(database, uid)?.name ?? '—'
  const card = drill && drillCards(ports.content).find(({ id }) => id === drill.card)
  return {
    extra,
    card: drill ? { zh: card?.zh ?? drill.card, en: card?.en ?? drill.card } : null,
    people: [
      ...(drill?.roles ?? []).map(({ person, role }) => ({ name: nameOf(person), role })),
      ...confirmed.map((person) => ({ name: nameOf(person), role: null })),
    ],
  }
}
