export { Screen } from './screens.ts'
export { showRound, useOpenRound } from './use-open-round.ts'
export { useOwnerName } from './use-owner-name.ts'
export { formatRate, monthDay, roundMode, roundTitle, STATE_TONES, textIn } from './wording.ts'
