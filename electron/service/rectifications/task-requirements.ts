import type { Move, RedoStep, Requirement } from '../../../shared/contract/rectifications.ts'
import { AppError } from '../../../shared/errors.ts'
import { findItem } from '../checklists/index.ts'
import type { Call } from '../handlers.ts'
import { missingLayers, redoSteps, submissionRequires } from './measure-layers.ts'
import type { MoveInput } from './move-task.ts'
import { afterPhotosOf, everyAfterPhotoOf } from './photos-of-events.ts'
import { listEvents, type RectificationRow } from './rectification-repository.ts'
import { dueRule, readRules, type Transition } from './rules.ts'

type Given = Pick<MoveInput, 'note' | 'photos'> & Partial<MoveInput>

/** What a step asks for of this task: the table's words, and for handing in what the task itself needs. */
export function requiresOf(call: Call, task: RectificationRow, { to, requires }: Transition): Move['requires'] {
  return to === 'submitted' ? submissionRequires(call, task, requires) : requires
}

export function photoRule(call: Call, task: RectificationRow): { allowed: boolean; required: boolean } {
  const item = findItem(call.database, task.item_no)
  const allowed = item?.photo_on_fail ?? true
  return { allowed, required: allowed && isPhotoAsked(call, task) }
}

/** Of work sent back, only the steps named are asked for again. */
function isPhotoAsked(call: Call, task: RectificationRow): boolean {
  const redo = redoSteps(task)
  if (redo.includes('photo')) return true
  if (redo.length > 0 && afterPhotosOf(listEvents(call.database, task.id)).length > 0) return false
  return dueRule(readRules(call.ports.content), task.severity).photo_required
}

/** Throws with a sentence for each thing that is missing; a missing layer is named. */
export function assertRequired(
  call: Call,
  task: RectificationRow,
  { requires }: Pick<Transition, 'requires'>,
  input: Given,
): void {
  const photo = photoRule(call, task)
  if (input.photos.length > 0 && !photo.allowed) throw new AppError('forbidden', 'noPhotoHere')
  const isGiven: Record<Requirement, boolean> = {
    owner: input.ownerUid !== undefined || input.queue !== undefined,
    due: input.dueAt !== undefined,
    'photo-or-note': input.photos.length > 0 || input.note !== '',
    reason: input.note !== '',
    'waiting-for': Boolean(input.waitingFor),
    'expected-date': input.expectedOn !== undefined,
    'temporary-measure': Boolean(input.temporaryMeasure),
    'result-note': input.note !== '',
    'photo-if-item-allows': input.photos.length > 0 || !photo.required,
    cause: input.cause !== undefined,
    'check-note': input.note !== '',
    'measure-layer': Boolean(input.measure),
    'prevention-layer': Boolean(input.prevention),
    decision: Boolean(input.decision),
    redo: (input.redo ?? []).length > 0,
  }
  const missing = requires.filter((requirement) => !isGiven[requirement])
  if (missing.length === 0) return
  const sentences = missing.map((requirement) => [requirement, LAYER_SENTENCES[requirement] ?? 'required'] as const)
  const [first] = sentences
  throw new AppError('invalid-input', sentences.length === 1 && first ? reasonOf(first[1]) : 'stepNeedsMore', {
    fields: Object.fromEntries(sentences),
  })
}

const LAYER_SENTENCES: Partial<Record<Requirement, string>> = {
  'measure-layer': 'measureLayerMissing',
  'prevention-layer': 'preventionLayerMissing',
}

function reasonOf(sentence: string): string {
  return sentence === 'required' ? 'stepNeedsMore' : sentence
}

/** What is given must also hold: a cause that is one of ours, people last and explained, a day to come, work done anew. */
export function assertTrue(call: Call, task: RectificationRow, input: MoveInput): void {
  if (input.to === 'submitted') {
    assertCause(call, input)
    assertRedone(call, task, input)
  }
  if (input.to === 'waiting' && (input.expectedOn ?? '') < call.today) refuse('expected-date', 'expectedInPast')
  if (input.to === 'verified') {
    const [layer] = missingLayers(call, task)
    if (layer) {
      throw new AppError('not-allowed-now', layer === 'correct' ? 'checkNeedsMeasure' : 'checkNeedsPrevention')
    }
  }
}

function assertCause(call: Call, { cause = '', causeNote }: MoveInput): void {
  const group = readRules(call.ports.content).causes.find(
    ({ id, sub }) => id === cause || sub.some((one) => one.id === cause),
  )
  if (!group) refuse('cause', 'causeUnknown')
  if (group?.id === 'people' && !causeNote) refuse('cause-note', 'causeNoteMissing')
}

const FIELD_OF: Record<RedoStep, string> = {
  restore: 'result-note',
  correct: 'measure-layer',
  prevent: 'prevention-layer',
  cause: 'cause',
  photo: 'photo-if-item-allows',
}

/** A step that was sent back is not the same again. */
function assertRedone(call: Call, task: RectificationRow, input: MoveInput): void {
  const known = () => everyAfterPhotoOf(listEvents(call.database, task.id))
  const isSame: Record<RedoStep, () => boolean> = {
    restore: () => input.note === task.restored,
    correct: () => input.measure === task.measure,
    prevent: () => input.prevention === task.prevention,
    cause: () => input.cause === task.cause,
    photo: () => photoRule(call, task).allowed && input.photos.every((hash) => known().includes(hash)),
  }
  for (const step of redoSteps(task)) if (isSame[step]()) refuse(FIELD_OF[step], 'redoSame')
}

export function refuse(field: string, reason: string): never {
  throw new AppError('invalid-input', reason, { fields: { [field]: reason } })
}
