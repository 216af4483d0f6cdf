import { MOST_WALL_ROWS } from '../../../../shared/contract/meeting-screen.ts'
import { DAY_MS } from '../../../../shared/domain/business-day.ts'
import { readShownThanks } from '../../thanks/index.ts'
import { startOfLastBefore } from '../meeting-repository.ts'
import type { WallReader } from './wall-reader.ts'

/** Where there has been no meeting yet. */
const FIRST_DAYS = 7

/** Public cards since the last meeting of the kind began: whom, what for, by whom. Private ones are nobody else's. */
export const thanksSinceLast: WallReader = ({ call, meeting, on }) => {
  const since = startOfLastBefore(call.database, meeting.kind, on) ?? meeting.started_at - FIRST_DAYS * DAY_MS
  const { cards, total } = readShownThanks(call, { since, until: meeting.ended_at ?? call.now, limit: MOST_WALL_ROWS })
  const text = (name: string, words: string) => ({ zh: `${name}：${words}`, en: `${name}: ${words}` })
  return { rows: cards.map(({ to, from, words }) => ({ text: text(to.name, words), person: from.name })), total }
}
