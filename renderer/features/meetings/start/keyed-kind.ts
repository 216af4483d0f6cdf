import type { MeetingDay, MeetingKind } from '../../../../shared/contract/meetings.ts'

/** Whose the one key is: the morning's until one that counts is signed or the evening's time has come; a draft is signed first. */
export function keyedKind(
  { meetings, proposals }: Pick<MeetingDay, 'meetings' | 'proposals'>,
  now: number,
): MeetingKind {
  const held = (kind: MeetingKind) => meetings.filter((one) => one.kind === kind && one.isHeld)
  const morning = held('morning').at(-1)
  if (morning) return morning.state === 'signed' ? 'evening' : 'morning'
  const isEveningDone = held('evening').some(({ state }) => state === 'signed')
  const evening = proposals.find(({ kind }) => kind === 'evening')
  return evening && now >= evening.dueFrom && !isEveningDone ? 'evening' : 'morning'
}
