import { MOST_WALL_ROWS } from '../../../../shared/contract/meeting-screen.ts'
import { addDays } from '../../../../shared/domain/business-day.ts'
import { readGrantedAwards, readPublicisedAwards } from '../../awards/index.ts'
import type { WallReader } from './wall-reader.ts'

const NEWS_DAYS = 7

/** Granted in the last week and not revoked: who got what, what for. */
export const grantedAwards: WallReader = ({ call, on }) => ({
  rows: readGrantedAwards(call, addDays(on, -NEWS_DAYS), on, MOST_WALL_ROWS).map((award) => ({
    ...{ text: award.kind, person: award.nominee, note: award.reason, on: award.on },
  })),
})

/** Under a notice, with its last day. What is still a nomination is nobody else's business. */
export const awardNotices: WallReader = ({ call }) => ({
  rows: readPublicisedAwards(call, MOST_WALL_ROWS).map((award) => ({
    ...{ text: award.kind, person: award.nominee, note: award.reason, on: award.on },
  })),
})
