import type { InputOf } from '../../../../shared/contract/index.ts'
import {
  MOST_WALL_ROWS,
  type meetingScreen,
  WallBlock,
  type WallScreen,
} from '../../../../shared/contract/meeting-screen.ts'
import type { MeetingStep } from '../../../../shared/contract/meeting-templates.ts'
import { AppError } from '../../../../shared/errors.ts'
import { openDayBefore, readCalendar } from '../../calendar/index.ts'
import type { Call } from '../../handlers.ts'
import { staffRefs } from '../../people/index.ts'
import { readFlow } from '../flow.ts'
import { findRunning, getMeeting, listSteps, type MeetingRow } from '../meeting-repository.ts'
import { getTemplateOf, timerOf } from '../read-meeting.ts'
import type { WallContext } from './wall-reader.ts'
import { wallReaders } from './wall-readers.ts'

export function readScreenData(
  call: Call,
  { meeting, position }: InputOf<typeof meetingScreen.screenData>,
): WallBlock[] {
  const row = getMeeting(call.database, meeting)
  const step = getTemplateOf(call, row).steps[position]
  if (!step) throw new AppError('not-found', 'meetingStepGone')
  return readBlocks(call, row, step)
}

/** In the order of the step; what has no reader, or whose reader has nothing to say, is left out. */
function readBlocks(call: Call, meeting: MeetingRow, { shows }: MeetingStep): WallBlock[] {
  const calendar = readCalendar(call.ports)
  const flow = readFlow(call.ports.content)
  const { on } = meeting
  const context: WallContext = { call, meeting, on, calendar, flow, before: openDayBefore(calendar, on) }
  return shows.flatMap((key) => {
    const read = wallReaders[key]?.(context)
    if (!read) return []
    const { rows, total, head = null, span = null, rounds = null } = read
    const name = flow.keyNames.get(key) ?? { zh: key, en: key }
    const shown = rows.slice(0, MOST_WALL_ROWS)
    return [WallBlock.parse({ key, name, head, rows: shown, total: total ?? rows.length, span, rounds })]
  })
}

export function readWall(call: Call): WallScreen | null {
  const row = findRunning(call.database, call.today)
  if (!row || row.position === null) return null
  const template = getTemplateOf(call, row)
  const step = template.steps[row.position]
  if (!step) return null
  const spent = listSteps(call.database, row.id).find(({ position }) => position === row.position)
  return {
    meeting: row.uid,
    name: template.name,
    host: staffRefs(call.database).get(row.host)?.name ?? '—',
    position: row.position,
    stepBeganAt: row.step_began_at ?? call.now,
    secondsBefore: spent?.seconds ?? 0,
    step: { name: step.name, minutes: step.minutes, prompts: step.prompts, leadRole: step.leadRole },
    steps: template.steps.map(({ name, minutes }) => ({ name, minutes })),
    blocks: readBlocks(call, row, step),
    timer: timerOf(call.ports),
    now: call.now,
  }
}
