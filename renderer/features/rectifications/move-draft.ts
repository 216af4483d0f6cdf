import type {
  Act,
  Move,
  Rectification,
  RectificationCard,
  RedoStep,
  Requirement,
} from '../../../shared/contract/rectifications.ts'
import { businessDay, DAY_MS, instantOf } from '../../../shared/domain/business-day.ts'
import { FEN_PER_YUAN } from '../../../shared/domain/money.ts'
import { type OwnerChoice, splitOwner } from './use-names.ts'

/** A step along the table, or what leaves the task in its state. */
export type Step = Move | Act

export function isAct(step: Step): step is Act {
  return 'act' in step
}

export const stepId = (step: Step): string => (isAct(step) ? step.act : step.to)

export interface MoveDraft {
  owner: OwnerChoice | undefined
  dueAt: number | undefined
  note: string
  cause: string | undefined
  causeNote: string
  waitingFor: string
  expectedOn: string | null
  temporaryMeasure: string
  measure: string
  prevention: string
  /** In yuan. */
  cost: number | null
  redo: RedoStep[]
  decision: string
  photos: string[]
}

const CLOSING_MINUTE = 17 * 60

/** The due time stays where it still lies ahead; else the end of tomorrow. */
export function draftOf(
  { task, temporaryMeasure, causeNote, corrected, prevention, costFen, missingLayers }: RectificationCard,
  now: number,
  zone: string,
): MoveDraft {
  return {
    owner: ownerOf(task),
    dueAt: task.dueAt > now ? task.dueAt : instantOf(businessDay(now + DAY_MS, zone), CLOSING_MINUTE, zone),
    note: '',
    cause: task.cause ?? undefined,
    causeNote: causeNote ?? '',
    waitingFor: '',
    expectedOn: null,
    temporaryMeasure: temporaryMeasure ?? '',
    measure: corrected ?? '',
    prevention: prevention ?? '',
    cost: costFen === null ? null : costFen / FEN_PER_YUAN,
    redo: [...missingLayers],
    decision: '',
    photos: [],
  }
}

/** The sentences in it; the rest is chosen again in a moment. */
export function typedIn(draft: MoveDraft): string {
  const { note, causeNote, waitingFor, temporaryMeasure, measure, prevention, decision } = draft
  return [note, causeNote, waitingFor, temporaryMeasure, measure, prevention, decision]
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join(' · ')
}

function ownerOf({ owner }: Rectification): OwnerChoice | undefined {
  if (owner.person) return `p:${owner.person.uid}`
  return owner.queue ? `q:${owner.queue}` : undefined
}

export function isPeopleCause(cause: string | undefined): boolean {
  return cause?.split('.')[0] === 'people'
}

/** What a step still needs, by requirement; the service has the last word. */
export function missingOf(
  draft: MoveDraft,
  requires: readonly Requirement[],
  photo: Pick<RectificationCard, 'photoRequired'>,
  now: number,
): Partial<Record<Requirement | 'cause-note', 'required' | 'past'>> {
  const has = (text: string) => text.trim() !== ''
  const given: Record<Requirement, boolean> = {
    owner: draft.owner !== undefined,
    due: draft.dueAt !== undefined,
    'photo-or-note': has(draft.note) || draft.photos.length > 0,
    reason: has(draft.note),
    'waiting-for': has(draft.waitingFor),
    'expected-date': draft.expectedOn !== null,
    'temporary-measure': has(draft.temporaryMeasure),
    'result-note': has(draft.note),
    'photo-if-item-allows': draft.photos.length > 0 || !photo.photoRequired,
    cause: draft.cause !== undefined,
    'check-note': has(draft.note),
    'measure-layer': has(draft.measure),
    'prevention-layer': has(draft.prevention),
    redo: draft.redo.length > 0,
    decision: has(draft.decision),
  }
  const missing = requires.filter((one) => !given[one]).map((one) => [one, 'required' as const])
  const problems: Partial<Record<Requirement | 'cause-note', 'required' | 'past'>> = Object.fromEntries(missing)
  if (requires.includes('due') && draft.dueAt !== undefined && draft.dueAt < now) problems.due = 'past'
  if (requires.includes('cause') && isPeopleCause(draft.cause) && !has(draft.causeNote))
    problems['cause-note'] = 'required'
  return problems
}

const NOTES: readonly Requirement[] = ['reason', 'result-note', 'check-note', 'photo-or-note']
const PHOTOS: readonly Requirement[] = ['photo-if-item-allows', 'photo-or-note']

/** Only what the step asks for travels. */
export function moveInput(task: Rectification, { to, requires }: Move, draft: MoveDraft) {
  const asks = (...names: Requirement[]) => names.some((name) => requires.includes(name))
  return {
    uid: task.uid,
    from: task.state,
    to,
    note: asks(...NOTES) ? draft.note.trim() : '',
    photos: asks(...PHOTOS) ? draft.photos : [],
    ...(asks('owner') && splitOwner(draft.owner)),
    ...(asks('due') && draft.dueAt !== undefined && { dueAt: draft.dueAt }),
    ...(asks('cause') && draft.cause !== undefined && { cause: draft.cause }),
    ...(asks('cause') && isPeopleCause(draft.cause) && { causeNote: draft.causeNote.trim() }),
    ...(asks('waiting-for') && { waitingFor: draft.waitingFor.trim() }),
    ...(asks('expected-date') && draft.expectedOn !== null && { expectedOn: draft.expectedOn }),
    ...(asks('temporary-measure') && { temporaryMeasure: draft.temporaryMeasure.trim() }),
    ...(asks('measure-layer') && { measure: draft.measure.trim() }),
    ...(asks('redo') && { redo: draft.redo }),
    ...(asks('prevention-layer') && { prevention: draft.prevention.trim() }),
    ...(asks('decision') && { decision: draft.decision.trim() }),
    ...(to === 'submitted' && { costFen: draft.cost === null ? null : Math.round(draft.cost * FEN_PER_YUAN) }),
  }
}

/**
 * Whom or until when is what an act is about: nothing stands there before. Handing in again begins with what was
 * said last time, so that only what was sent back is done anew.
 */
export function startOf(step: Step, card: RectificationCard, now: number, zone: string): MoveDraft {
  const draft = draftOf(card, now, zone)
  if (isAct(step)) return { ...draft, owner: undefined, dueAt: undefined }
  if (card.task.state === 'reopened') return { ...draft, prevention: '' }
  if (!step.requires.includes('result-note')) return draft
  const blank = { cause: undefined, causeNote: '', measure: '' }
  return isFixOver(card) ? { ...draft, ...blank } : { ...draft, note: card.restored ?? '' }
}

/** The fault came back after what was said: that did not help, and is not proposed once more. */
function isFixOver({ cameBackAt, timeline }: RectificationCard): boolean {
  return cameBackAt !== null && !timeline.some(({ to, at }) => to === 'submitted' && at >= cameBackAt)
}

/** Only what the act asks for travels. */
export function actInput(task: Rectification, { act, requires }: Act, draft: MoveDraft) {
  const { from, note, ownerUid, queue, dueAt, expectedOn, decision } = {
    ownerUid: undefined,
    queue: undefined,
    dueAt: undefined,
    expectedOn: undefined,
    decision: undefined,
    ...moveInput(task, { to: task.state, zh: '', en: '', requires }, draft),
  }
  return {
    ...{ uid: task.uid, act, from, note },
    ...(ownerUid && { ownerUid }),
    ...(queue && { queue }),
    ...(dueAt && { dueAt }),
    ...(expectedOn && { expectedOn }),
    ...(decision && { decision }),
  }
}

/** Letters by where a step leads, so that a hand learns them once. */
export const MOVE_KEYS: Partial<Record<Move['to'], string>> = {
  assigned: 'A',
  doing: 'D',
  submitted: 'S',
  verified: 'V',
  returned: 'R',
  waiting: 'W',
  lookback: 'L',
  closed: 'C',
  found: 'H',
  reopened: 'O',
  escalated: 'E',
  void: 'X',
}

const ORDER = Object.keys(MOVE_KEYS)

/** The usual step first. */
export function inOrder(moves: readonly Move[]): Move[] {
  return [...moves].sort((a, b) => ORDER.indexOf(a.to) - ORDER.indexOf(b.to))
}
