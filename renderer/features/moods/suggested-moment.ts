import type { MoodMoment } from '../../../shared/contract/moods.ts'

const NOON = 12 * 60
const LATE = 16 * 60 + 30

/** What somebody who sits down now most likely means; an incident is only ever said by the person. */
export function suggestedMoment(open: readonly MoodMoment[], minute: number): MoodMoment {
  const wanted: MoodMoment = minute >= LATE ? 'close' : minute >= NOON ? 'after-lunch' : 'arrival'
  return open.includes(wanted) ? wanted : (open[0] ?? 'arrival')
}
