import type { HandlersOf } from '../handlers.ts'
import { listAwards } from './award-repository.ts'
import { readAwardRules } from './award-rules.ts'
import { contractAward, readerOf } from './award-view.ts'
import { checkGates, confirmGate } from './check-gates.ts'
import { addAward, addAwardEvidence, nominateAward, removeAwardEvidence, updateAward } from './draft-awards.ts'
import {
  correctAward,
  grantAward,
  grantDueAwards,
  noteReward,
  removeReward,
  revokeAward,
  withdrawAward,
} from './grant-awards.ts'
import { answerObjection, objectToAward, objectUnnamed } from './object-awards.ts'
import { readAwardCard } from './read-card.ts'
import { declareRelation, publiciseAward, rankAwards, scoreSheet, setReviewers, startReview } from './review-awards.ts'

export { type AwardMatter, readAwardMatters } from './award-matters.ts'
export { readAwardRules } from './award-rules.ts'
export { hasAwardsToGrant } from './grant-awards.ts'
export { type PublicAward, readGrantedAwards, readPublicisedAwards } from './public-awards.ts'
export { readAwardCard } from './read-card.ts'

export const awardsHandlers: HandlersOf<'awards'> = {
  rules: ({ ports }) => readAwardRules(ports.content),

  list(call, { limit, offset, waiting, search, ...filter }) {
    const asked = { ...filter, ...readerOf(call), waiting: Number(waiting), search: search.trim().toLowerCase() }
    const { rows, total } = listAwards(call.database, asked, { limit, offset })
    return { awards: rows.map((row) => contractAward(call, row)), total }
  },

  card: (call, { uid }) => readAwardCard(call, uid),
  ranking: rankAwards,

  add: addAward,
  update: updateAward,
  addEvidence: addAwardEvidence,
  removeEvidence: removeAwardEvidence,
  nominate: nominateAward,
  checkGates,
  confirmGate,
  startReview,
  setReviewers,
  declare: declareRelation,
  score: scoreSheet,
  publicise: publiciseAward,
  object: objectToAward,
  objectUnnamed,
  answerObjection,
  grant: grantAward,
  withdraw: withdrawAward,
  revoke: revokeAward,
  correct: correctAward,
  noteReward,
  removeReward,
  grantDue: grantDueAwards,
}
