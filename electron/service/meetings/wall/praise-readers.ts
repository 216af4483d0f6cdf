import { MOST_WALL_ROWS } from '../../../../shared/contract/meeting-screen.ts'
import { DAY_MS } from '../../../../shared/domain/business-day.ts'
import { readPraisesSince } from '../../praises/index.ts'
import { startOfLastBefore } from '../meeting-repository.ts'
import type { WallReader } from './wall-reader.ts'

/** Where there has been no meeting yet. */
const FIRST_DAYS = 7

/** What customers praised, as entered since the last meeting of the kind began: whom, in which words. */
export const praiseSinceLast: WallReader = ({ call, meeting, on }) => {
  const since = startOfLastBefore(call.database, meeting.kind, on) ?? meeting.started_at - FIRST_DAYS * DAY_MS
  const span = { since, until: meeting.ended_at ?? call.now, limit: MOST_WALL_ROWS }
  const { praises, total } = readPraisesSince(call, span)
  const named = (names: readonly string[], join: string) => names.join(join) || null
  return {
    rows: praises.map(({ people, words, on: day }) => {
      const names = people.map(({ name }) => name)
      return { text: { zh: words, en: words }, person: named(names, '、'), on: day }
    }),
    total,
  }
}
