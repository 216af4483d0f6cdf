import type { EvidenceKind, EvidenceRecord, EvidenceRef } from '../../../shared/contract/award-evidence.ts'
import type { Call, HandlersOf } from '../handlers.ts'
import { findComplaint } from './complaint-evidence.ts'
import { findLine, findMeeting } from './meeting-evidence.ts'
import { findCertificate, findLetter } from './outlet-evidence.ts'
import { findRound } from './patrol-evidence.ts'
import { findPraise } from './praise-evidence.ts'
import { findPeriodFigure, searchEvidence } from './search-evidence.ts'
import { suggestAwards } from './suggest-awards.ts'
import { findTask } from './task-evidence.ts'
import { findCard } from './thanks-evidence.ts'

export { isEvidenceOf } from './whose-evidence.ts'

const FIND: Record<EvidenceKind, (call: Call, uid: string) => EvidenceRecord | null> = {
  patrol: findRound,
  rectification: findTask,
  complaint: findComplaint,
  inspection: findLetter,
  meeting: findMeeting,
  'meeting-line': findLine,
  thanks: findCard,
  praise: findPraise,
  certificate: findCertificate,
  'period-figure': findPeriodFigure,
}

/** What stands behind a link now; null where the record is gone, withdrawn, or not for everybody. */
export function findEvidence(call: Call, { kind, uid }: EvidenceRef): EvidenceRecord | null {
  return FIND[kind](call, uid)
}

export const awardEvidenceHandlers: HandlersOf<'awardEvidence'> = {
  search: searchEvidence,
  read: (call, { refs }) => refs.map((ref) => findEvidence(call, ref)),
  suggestions: suggestAwards,
}
