import type { RectificationCard } from '../../../shared/contract/rectifications.ts'

type Entry = RectificationCard['timeline'][number]

export interface TimelineLine {
  entry: Entry
  /** Its place in the timeline. */
  index: number
  /** Reminders in a row are one line: the instants of all of them, else empty. */
  reminders: number[]
}

const REMINDERS: readonly Entry['rule'][] = ['due-soon', 'overdue', 'still-overdue']

const isReminder = ({ from, to, rule }: Entry) => from === to && REMINDERS.includes(rule)

/** One line for each entry, but for several reminders in a row, whose last one stands for all. */
export function linesOf(timeline: readonly Entry[]): TimelineLine[] {
  const lines: TimelineLine[] = []
  for (const [index, entry] of timeline.entries()) {
    const before = lines.at(-1)
    if (!isReminder(entry) || !before || !isReminder(before.entry)) lines.push({ entry, index, reminders: [] })
    else {
      const reminders = [...(before.reminders.length > 0 ? before.reminders : [before.entry.at]), entry.at]
      lines[lines.length - 1] = { entry, index, reminders }
    }
  }
  return lines
}
