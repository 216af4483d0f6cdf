import type { InputOf } from '../../../shared/contract/index.ts'
import type { MeetingLine, meetingLines } from '../../../shared/contract/meeting-lines.ts'
import type { Call } from '../handlers.ts'
import { passOn } from '../notices/index.ts'
import { staffRefs } from '../people/index.ts'
import { listAttendance } from './meeting-repository.ts'
import { addLine } from './record-lines.ts'
import { getDraft } from './run-meeting.ts'

/** A notice told to everybody who is there: they know it from now on, and the log says so. */
export function passNotice(call: Call, { notice, ...step }: InputOf<typeof meetingLines.passNotice>): MeetingLine {
  const refs = staffRefs(call.database)
  const people = listAttendance(call.database, getDraft(call, step.meeting).id).flatMap(({ staff_id, state }) => {
    const person = refs.get(staff_id)
    return person && state !== 'absent' ? [person.uid] : []
  })
  const { title } = passOn(call, { uid: notice, people })
  return addLine(call, {
    ...{ ...step, capture: 'notices-passed', words: title },
    ...{ person: null, dueOn: null, extra: { confirmed: people } },
  })
}
