import { MOST_WALL_ROWS } from '../../../../shared/contract/meeting-screen.ts'
import { addDays, businessDay } from '../../../../shared/domain/business-day.ts'
import { readGrantedAwards, readPublicisedAwards } from '../../awards/index.ts'
import { readZone } from '../../settings/index.ts'
import { startOfLastBefore } from '../meeting-repository.ts'
import type { WallReader } from './wall-reader.ts'

/** Where there has been no meeting yet. */
const FIRST_DAYS = 7

/** Granted since the day of the last meeting of the kind and not revoked: who got what, what for. */
export const grantedAwards: WallReader = ({ call, meeting, on }) => {
  const since = startOfLastBefore(call.database, meeting.kind, on)
  const from = since === null ? addDays(on, -FIRST_DAYS) : businessDay(since, readZone(call.database))
  return {
    rows: readGrantedAwards(call, from, on, MOST_WALL_ROWS).map((award) => ({
      ...{ text: award.kind, person: award.nominee, note: award.reason, on: award.on },
    })),
    span: { from, to: on },
  }
}

/** Under a notice, with its last day. What is still a nomination is nobody else's business. */
export const awardNotices: WallReader = ({ call }) => ({
  rows: readPublicisedAwards(call, MOST_WALL_ROWS).map((award) => ({
    ...{ text: award.kind, person: award.nominee, note: award.reason, on: award.on },
  })),
})
