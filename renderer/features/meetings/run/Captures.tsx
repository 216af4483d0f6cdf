import type { Meeting, MeetingDay } from '../../../../shared/contract/meetings.ts'
import { Panel } from '../../../ui/Panel.tsx'
import type { CaptureRule } from '../capture-rule.ts'
import { useMeetingWords } from '../use-meeting-words.ts'
import { DecideForm } from './DecideForm.tsx'
import { LineForm } from './LineForm.tsx'
import { LineList } from './LineList.tsx'
import { Pairs } from './Pairs.tsx'
import { RollCall } from './RollCall.tsx'
import { WaitingNotices } from './WaitingNotices.tsx'

interface CapturesProps {
  meeting: Meeting
  day: MeetingDay
  position: number
}

/** What the step writes down, one form for each of its captures. */
export function Captures({ meeting, day, position }: CapturesProps) {
  const words = useMeetingWords()
  const step = meeting.template.steps[position]
  const rules = day.captures.filter(({ id }) => (step?.captures as string[] | undefined)?.includes(id))
  return rules.map((rule) => (
    <Panel key={rule.id} title={words.text(rule.name)} isPadded>
      <Capture rule={rule} meeting={meeting} day={day} position={position} />
    </Panel>
  ))
}

function Capture({ rule, meeting, day, position }: CapturesProps & { rule: CaptureRule }) {
  if (rule.form === 'attendance') return <RollCall meeting={meeting} day={day} />
  if (rule.form === 'pairs') return <Pairs meeting={meeting} />
  const lines = meeting.lines.filter(({ capture }) => capture === rule.id)
  return (
    <>
      {rule.id === 'notices-passed' && <WaitingNotices meeting={meeting.meeting.uid} position={position} />}
      <LineList lines={lines} mayRemove={meeting.may.write} />
      {rule.form === 'task' ? (
        <DecideForm meeting={meeting.meeting.uid} position={position} />
      ) : (
        <LineForm key={lines.length} rule={rule} meeting={meeting} day={day} position={position} count={lines.length} />
      )}
    </>
  )
}
