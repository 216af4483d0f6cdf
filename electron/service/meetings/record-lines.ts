import type { OwnerId } from '../../../shared/contract/checklists.ts'
import type { InputOf } from '../../../shared/contract/index.ts'
import type { LineExtra, LineState, MeetingLine, meetingLines } from '../../../shared/contract/meeting-lines.ts'
import { businessDay } from '../../../shared/domain/business-day.ts'
import type { CaptureId } from '../../../shared/domain/meeting-keys.ts'
import { AppError } from '../../../shared/errors.ts'
import { readCalendar } from '../calendar/index.ts'
import type { Call } from '../handlers.ts'
import { openTaskOfMeeting } from '../rectifications/index.ts'
import { readZone } from '../settings/index.ts'
import { deleteSwap, findSwap, saveSwap } from './day-repository.ts'
import { type CaptureRule, readFlow } from './flow.ts'
import {
  countLines,
  deleteLine,
  type FoundLine,
  getLine,
  insertLine,
  listRaises,
  type NewLine,
  updateLine,
} from './line-repository.ts'
import { nextMeetingDay } from './meeting-day.ts'
import { getMeetingById, type MeetingRow } from './meeting-repository.ts'
import { contractLine } from './read-lines.ts'
import { getTemplateOf } from './read-meeting.ts'
import { getDraft, getHost, getStaff } from './run-meeting.ts'

interface Said {
  meeting: string
  position: number
  capture: CaptureId
  words: string
  person: string | null
  dueOn: string | null
  extra: LineExtra | null
}

/** The task a decision became, and whose queue it was laid in. */
interface Decided {
  id: number
  queue: OwnerId | null
}

export function addLine(call: Call, input: InputOf<typeof meetingLines.addLine>): MeetingLine {
  const rule = ruleOf(call, input.capture)
  if (rule.form === 'task') throw new AppError('invalid-input', 'decideInstead')
  if (rule.form === 'next-host' && input.person !== null) swapNext(call, input.meeting, input.person)
  return write(call, input, rule.comes_back ? 'open' : 'said', null)
}

/** The line and its task stand or fall together. */
export function decide(call: Call, input: InputOf<typeof meetingLines.decide>): MeetingLine {
  const { meeting, position, words, severity, ownerUid, queue, zone, item, due, line } = input
  getDraft(call, meeting)
  const task = openTaskOfMeeting(call, { description: words, severity, zone, item, ownerUid, queue, due })
  const dueOn = businessDay(task.due_at, readZone(call.database))
  const said = { meeting, position, capture: 'new-tasks' as const, words, person: ownerUid, dueOn, extra: null }
  if (line !== null) end(call, getOpen(call, line), 'done', task.no)
  return write(call, said, 'said', { id: task.id, queue: ownerUid === null ? task.owner_queue : null })
}

function write(call: Call, said: Said, state: LineState, task: Decided | null): MeetingLine {
  const { database, now, actor } = call
  const row = getDraft(call, said.meeting)
  const step = getTemplateOf(call, row).steps[said.position]
  if (!step?.captures.includes(said.capture)) throw new AppError('invalid-input', 'captureOfOtherStep')
  const rule = ruleOf(call, said.capture)
  if (countLines(database, row.id, said.capture) >= rule.most) {
    throw new AppError('conflict', 'tooManyLines', { params: { most: rule.most } })
  }
  const uid = call.ports.ids.uid(now)
  const line: NewLine = {
    uid,
    meeting_id: row.id,
    step_id: step.id,
    capture: said.capture,
    state,
    rectification_id: task?.id ?? null,
    queue: task?.queue ?? null,
    at: now,
    by: actor.staffId,
    ...fieldsOf(call, rule, row, said),
  }
  insertLine(database, line)
  call.touched('meetings', row.uid)
  return contractLine(call, getLine(database, uid))
}

type Fields = Pick<Said, 'words' | 'person' | 'dueOn' | 'extra'>

/** By what the capture asks for; what it does not know is not kept. */
function fieldsOf(call: Call, rule: CaptureRule, { on }: MeetingRow, { words, person, dueOn, extra }: Fields) {
  if (rule.person === 'required' && person === null) refuse('person')
  if (rule.day === 'required' && dueOn === null) refuse('dueOn')
  if (rule.day !== 'no' && dueOn !== null && dueOn < on) {
    throw new AppError('invalid-input', 'dueBeforeMeeting', { fields: { dueOn: 'dueBeforeMeeting' } })
  }
  const takesPerson = rule.person !== 'no' || rule.form === 'task'
  return {
    words,
    staff_id: takesPerson && person !== null ? getStaff(call, person).id : null,
    due_on: rule.day === 'no' && rule.form !== 'task' ? null : dueOn,
    extra: extraOf(call, rule, extra),
  }
}

function extraOf(call: Call, { form }: CaptureRule, extra: LineExtra | null): string | null {
  if (form === 'quiz') {
    if (!extra?.quiz) refuse('quiz')
    return JSON.stringify({ quiz: extra?.quiz })
  }
  if (form === 'drill' && extra?.drill) {
    const { card, roles } = extra.drill
    if (!readFlow(call.ports.content).drill_cards.some(({ id }) => id === card)) {
      throw new AppError('not-found', 'drillCardGone')
    }
    for (const { person } of roles) getStaff(call, person)
    return JSON.stringify({ drill: extra.drill })
  }
  if (form === 'learning' && extra?.confirmed) {
    for (const person of extra.confirmed) getStaff(call, person)
    return JSON.stringify({ confirmed: extra.confirmed })
  }
  return null
}

function refuse(field: string): never {
  throw new AppError('invalid-input', 'invalidInput', { fields: { [field]: 'required' } })
}

export function changeLine(call: Call, input: InputOf<typeof meetingLines.changeLine>): MeetingLine {
  const line = getDraftLine(call, input.uid)
  const rule = ruleOf(call, line.capture)
  if (rule.form === 'next-host' && input.person !== null) swapNext(call, line.meeting_uid, input.person)
  updateLine(call.database, line.id, fieldsOf(call, rule, getMeetingById(call.database, line.meeting_id), input))
  call.touched('meetings', line.meeting_uid)
  return contractLine(call, getLine(call.database, line.uid))
}

export function removeLine(call: Call, { uid }: InputOf<typeof meetingLines.removeLine>) {
  const line = getDraftLine(call, uid)
  if (line.rectification_id !== null) throw new AppError('conflict', 'lineIsTask')
  if (listRaises(call.database, line.id).length > 0) throw new AppError('conflict', 'lineRaised')
  if (ruleOf(call, line.capture).form === 'next-host' && line.staff_id !== null) takeBackSwap(call, line)
  deleteLine(call.database, line.id)
  call.touched('meetings', line.meeting_uid)
  return { done: true as const }
}

export function endLine(call: Call, { uid, as, reason }: InputOf<typeof meetingLines.endLine>): MeetingLine {
  if (as === 'dropped' && reason === '') refuse('reason')
  const line = getOpen(call, uid)
  end(call, line, as, reason || null)
  return contractLine(call, getLine(call.database, uid))
}

function end(call: Call, line: FoundLine, state: 'done' | 'dropped', reason: string | null): void {
  updateLine(call.database, line.id, { state, reason, ended_at: call.now, ended_by: call.actor.staffId })
  call.changed({ record: 'meeting-line', uid: line.uid, before: { state: line.state }, after: { state, reason } })
  call.touched('meetings', line.meeting_uid)
}

export function getOpen(call: Pick<Call, 'database'>, uid: string): FoundLine {
  const line = getLine(call.database, uid)
  if (line.state !== 'open') throw new AppError('conflict', 'lineEnded')
  return line
}

function getDraftLine(call: Call, uid: string): FoundLine {
  const line = getLine(call.database, uid)
  getDraft(call, line.meeting_uid)
  return line
}

export function ruleOf({ ports }: Pick<Call, 'ports'>, capture: CaptureId): CaptureRule {
  const rule = readFlow(ports.content).captures.get(capture)
  if (!rule) throw new AppError('not-found', 'captureGone')
  return rule
}

/** Agreed in the meeting: the turn of the next open day goes to them. */
function swapNext(call: Call, meeting: string, person: string): void {
  const { on, kind } = getDraft(call, meeting)
  const day = nextMeetingDay(readCalendar(call.ports), on)
  const host = getHost(call, person)
  saveSwap(call.database, { on: day, kind, host: host.id, at: call.now, by: call.actor.staffId })
}

function takeBackSwap(call: Call, { meeting_uid, staff_id }: FoundLine): void {
  const { on, kind } = getDraft(call, meeting_uid)
  const day = nextMeetingDay(readCalendar(call.ports), on)
  if (findSwap(call.database, day, kind) === staff_id) deleteSwap(call.database, day, kind)
}
