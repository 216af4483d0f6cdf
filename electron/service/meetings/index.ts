import { WALL_KEYS } from '../../../shared/domain/meeting-keys.ts'
import { AppError } from '../../../shared/errors.ts'
import type { HandlersOf } from '../handlers.ts'
import { staffRefs } from '../people/index.ts'
import { renderReport, reportFile } from '../reports/index.ts'
import { readFlow } from './flow.ts'
import { listOpenLines } from './line-repository.ts'
import { readMeetingDay } from './meeting-day.ts'
import { findRunning, getMeeting, listMeetings } from './meeting-repository.ts'
import { buildMinutes } from './minutes.ts'
import { passNotice } from './pass-notice.ts'
import { announceAbsence, explainDay, swapHost, withdrawAbsence } from './plan-days.ts'
import { listRaisedLines, raisedFile, raiseLine, readAnswersFile, takeAnswersFile } from './raise-lines.ts'
import { contractLine } from './read-lines.ts'
import { readMeeting, readReturnedPage, summarizeMeeting } from './read-meeting.ts'
import { readMeetingMonth } from './read-month.ts'
import { addLine, changeLine, decide, endLine, removeLine } from './record-lines.ts'
import {
  beginMeeting,
  dropMeeting,
  finishMeeting,
  goToStep,
  setAttendance,
  setHost,
  setPairs,
  setPhotos,
  writeNote,
} from './run-meeting.ts'
import { saveTemplate } from './save-template.ts'
import { addToLog, allowLate, confirmMeeting, enterLate, enterPast, signMeeting } from './sign-meeting.ts'
import { listTemplateRows, listTemplates, parseTemplate } from './template-repository.ts'
import { readScreenData, readWall } from './wall/read-wall.ts'
import { wallReaders } from './wall/wall-readers.ts'

export { readMeetingStages } from './day-stages.ts'
export { drillCards } from './flow.ts'
export { readMeetingsOfDay } from './meeting-day.ts'
export { readMeeting, summarizeMeeting } from './read-meeting.ts'
export { keepVersion, listTemplates } from './template-repository.ts'

export const meetingsHandlers: HandlersOf<'meetings'> = {
  day: (call, { on }) => readMeetingDay(call, on ?? call.today),
  read: (call, { meeting }) => readMeeting(call, getMeeting(call.database, meeting)),
  running(call) {
    const row = findRunning(call.database, call.today)
    return row ? { uid: row.uid } : null
  },
  begin: beginMeeting,
  setHost,
  setAttendance,
  setPairs,
  goTo: goToStep,
  note: writeNote,
  setPhotos,
  finish: finishMeeting,
  drop: dropMeeting,

  addLine,
  changeLine,
  removeLine,
  decide,
  passNotice,
  endLine,
  moreLines(call, { meeting, offset }) {
    if (meeting !== null) return readReturnedPage(call, getMeeting(call.database, meeting), offset)
    return listOpenLines(call.database, call.now + 1, offset).map((line) => contractLine(call, line))
  },
  raise: raiseLine,
  raised: listRaisedLines,
  raisedFile,
  readAnswersFile,
  takeAnswersFile,

  list(call, { from, to }) {
    return listMeetings(call.database, from, to).map((row) => summarizeMeeting(call, row))
  },
  enterLate,
  enterPast,
  allowLate,
  sign: signMeeting,
  confirm: confirmMeeting,
  addToLog,
  explainDay,
  swapHost,
  announceAbsence,
  withdrawAbsence,

  month: (call, { month }) => readMeetingMonth(call, month),
  async minutes(call, input) {
    return { html: new TextDecoder().decode(await renderReport(buildMinutes(call, input), 'html')) }
  },
  minutesFile: (call, { format, ...input }) => reportFile(buildMinutes(call, input), format),

  saveTemplate,
  templates: listTemplates,
  wallKeys({ ports }) {
    const names = readFlow(ports.content).keyNames
    return WALL_KEYS.map((id) => ({
      id,
      name: names.get(id) ?? { zh: id, en: id },
      isFilled: wallReaders[id] !== undefined,
    }))
  },
  templateVersions(call, { id }) {
    const current = listTemplates(call).find((template) => template.id === id)
    if (!current) throw new AppError('not-found', 'meetingTemplateGone')
    const refs = staffRefs(call.database)
    const versions = listTemplateRows(call.database, id).flatMap((row) => {
      const template = parseTemplate(row)
      const madeBy = refs.get(row.made_by ?? 0)?.name ?? null
      return template ? [{ template, madeAt: row.made_at, madeBy }] : []
    })
    const isKept = versions.some(({ template }) => template.version === current.version)
    return isKept ? versions : [{ template: current, madeAt: null, madeBy: null }, ...versions]
  },

  screenData: readScreenData,
  wall: readWall,
  wallTo(call, input) {
    goToStep(call, input)
    return readWall(call)
  },
}
