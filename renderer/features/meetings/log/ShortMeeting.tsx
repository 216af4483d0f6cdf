import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { Meeting, MeetingDay } from '../../../../shared/contract/meetings.ts'
import { shortestOf } from '../../../../shared/domain/short-meeting.ts'
import { useCommands } from '../../../app/use-commands.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'
import { Kbd } from '../../../ui/Kbd.tsx'
import { useMayWrite } from '../use-meeting-actions.ts'
import { useMeetingWords } from '../use-meeting-words.ts'

interface ShortMeetingProps {
  meeting: Meeting
  day: MeetingDay
  onOpen: (meeting: string) => void
}

/** Too few came: the short one begins with one key, hosted by the same person; nothing where it is held already. */
export function ShortMeeting({ meeting: { meeting }, day, onOpen }: ShortMeetingProps) {
  const t = useTranslate()
  const words = useMeetingWords()
  const mayWrite = useMayWrite()
  const begin = useMutation(useApi().meetings.begin.mutationOptions())
  const { kind, host } = meeting
  const short = shortestOf(day.templates, kind)
  const isOwed = meeting.on === day.on && !day.meetings.some((one) => one.kind === kind && one.isHeld)
  const mayBegin = mayWrite && isOwed && !meeting.isHeld && short !== undefined
  const start = () => {
    if (!short || begin.isPending) return
    const input = { kind, templateId: short.id, host: host.uid }
    begin.mutate(input, { onSuccess: (begun) => onOpen(begun.meeting.uid) })
  }
  // Nobody means to begin one on a closed day by a slip of the hand.
  useCommands(
    mayBegin && day.isOpen
      ? [{ id: 'meetings-begin-short', key: 'meetings.commands.begin', shortcut: 'B', run: start }]
      : [],
  )
  if (!mayBegin) return null
  return (
    <Button type="primary" loading={begin.isPending} onClick={start}>
      {t('today.meeting.startShort', { name: words.text(short.name) })} {day.isOpen && <Kbd keys="B" onDark />}
    </Button>
  )
}
