import type { InputOf } from '../../../shared/contract/index.ts'
import type { Answered, AnswerValue, patrols } from '../../../shared/contract/patrols.ts'
import { countAnswer, EMPTY_TALLY, figuresOf, type Tally } from '../../../shared/domain/patrol-figures.ts'
import { readingProblem } from '../../../shared/domain/reading-limits.ts'
import { AppError } from '../../../shared/errors.ts'
import { type NumberedItem, readChecklist } from '../checklists/index.ts'
import { feedsUptime, outagesFollowAnswer } from '../devices/index.ts'
import type { Call } from '../handlers.ts'
import { staffRefs } from '../people/index.ts'
import { type AnswerTask, taskFollowsAnswer } from '../rectifications/index.ts'
import { OutletParameters, readSetting } from '../settings/index.ts'
import {
  type AnswerRow,
  contractAnswer,
  findAnswer,
  findStanding,
  insertAnswer,
  listStanding,
  type NewAnswerRow,
  refOf,
  type StandingAnswer,
} from './answer-repository.ts'
import { dueNumbers, type PatrolRow } from './patrol-repository.ts'
import { addToItemDay, addToTotal, tallyOfPatrol } from './total-repository.ts'

export type NewAnswer = InputOf<typeof patrols.answer>['answers'][number]

/** Writes new revisions, keeps the sums, and opens, carries along or withdraws tasks. */
export function recordAnswers(call: Call, patrol: PatrolRow, answers: readonly NewAnswer[]): Answered {
  const openedAt = patrol.opened_at
  if (openedAt === null) throw new AppError('not-allowed-now', 'roundNotOpen')
  if (new Set(answers.map(({ item }) => item)).size < answers.length)
    throw new AppError('invalid-input', 'invalidValue')
  const checklist = readChecklist(call.database, patrol.checklist_version ?? undefined)
  const due = dueNumbers(patrol.due_items)
  const refs = staffRefs(call.database)
  const sums = new Map<number, Tally>()
  const seenAt = defaultSeenAt(call, patrol)
  const by = refOf(call.actor.staffId, refs)
  const result: Omit<Answered, 'figures'> = { saved: [], by, enteredAt: call.now, seenAt, conflicts: [], tasks: [] }

  const standing = standingFinder(call, patrol.id, answers.length)
  for (const answer of answers) {
    const item = checklist.itemById.get(answer.item)
    if (!item || !due.includes(item.no))
      throw new AppError('invalid-input', 'itemNotDue', { params: { item: answer.item } })
    assertComplete(call, item, answer)
    const before = answer.basedOn === 0 ? undefined : standing(item.no)
    const isNext = (before?.revision ?? 0) === answer.basedOn
    const next = nextRevision(call, patrol, item, answer, before)
    const after = isNext ? insertAnswer(call.database, patrol.id, openedAt, next) : undefined
    if (!after) {
      const current = findAnswer(call.database, patrol.id, item.no, openedAt)
      if (current) result.conflicts.push(contractAnswer(current, item.id, refs))
      continue
    }
    countChange(call, patrol, item, before?.value, after.value, sums)
    result.saved.push({ item: item.id, revision: after.revision, changes: after.changes })
    const task = taskFollowsAnswer(call, answerTask(patrol, item, before, after))
    if (task) result.tasks.push({ item: item.id, ...task })
    if (feedsUptime(item)) {
      outagesFollowAnswer(call, {
        patrolId: patrol.id,
        item,
        before: before?.value ?? null,
        after: after.value,
        note: after.note,
        seenAt: after.seenAt,
      })
    }
  }

  for (const [zoneNo, difference] of sums) addToTotal(call.database, patrol.id, zoneNo, difference)
  if (result.saved.length > 0) call.touched('patrol-answers', patrol.uid)
  return { ...result, figures: figuresOf(tallyOfPatrol(call.database, patrol.id)) }
}

const FEW = 8

/** One look-up an answer for a few of them, one read of the round for many. */
function standingFinder({ database }: Call, patrolId: number, count: number) {
  if (count <= FEW) return (itemNo: number) => findStanding(database, patrolId, itemNo)
  let all: ReturnType<typeof listStanding> | undefined
  return (itemNo: number) => {
    all ??= listStanding(database, patrolId)
    return all.get(itemNo)
  }
}

function assertComplete(call: Call, item: NumberedItem, answer: NewAnswer): void {
  if (answer.photos.length > 0 && !item.photo_on_fail) throw new AppError('forbidden', 'noPhotoHere')
  if (answer.value === 'fixed' && !answer.note && answer.photos.length === 0) {
    throw new AppError('invalid-input', 'fixedNeedsNote', { fields: { note: 'fixedNeedsNote' } })
  }
  if (answer.seenAt !== undefined && answer.seenAt > call.now) throw new AppError('invalid-input', 'seenInFuture')
  if (!item.reading || answer.reading === null || answer.value !== 'pass') return
  const problem = readingProblem(
    item.reading,
    answer.reading,
    readSetting(call.database, 'outlet.parameters', OutletParameters),
  )
  if (problem) throw new AppError('invalid-input', 'readingOutOfLimits', { fields: { reading: 'readingOutOfLimits' } })
}

/** A late entry without a time was seen in its window, as far as anybody can tell. */
function defaultSeenAt(call: Call, patrol: PatrolRow): number {
  return patrol.status === 'missed' ? patrol.window_start : call.now
}

function nextRevision(
  call: Call,
  patrol: PatrolRow,
  item: NumberedItem,
  answer: NewAnswer,
  before: StandingAnswer | undefined,
): NewAnswerRow {
  const { value, note, reading, photos } = answer
  const seenAt = answer.seenAt ?? defaultSeenAt(call, patrol)
  return {
    itemNo: item.no,
    revision: (before?.revision ?? 0) + 1,
    value,
    by: call.actor.staffId,
    enteredAt: call.now,
    seenAt,
    note: note || null,
    reading,
    photos,
    byText: null,
  }
}

function countChange(
  call: Call,
  patrol: PatrolRow,
  item: NumberedItem,
  before: AnswerValue | undefined,
  after: AnswerValue,
  sums: Map<number, Tally>,
): void {
  if (before === after) return
  const sum = sums.get(item.zoneNo) ?? { ...EMPTY_TALLY }
  if (before) countAnswer(sum, before, item.severity, -1)
  countAnswer(sum, after, item.severity, 1)
  sums.set(item.zoneNo, sum)
  if (patrol.kind === 'recheck') return
  const difference = { on: patrol.on, itemNo: item.no, fail: 0, fixed: 0, notSeen: 0 }
  const counter = { fail: 'fail', fixed: 'fixed', 'not-seen': 'notSeen' } as const
  if (before && before in counter) difference[counter[before as keyof typeof counter]]--
  if (after in counter) difference[counter[after as keyof typeof counter]]++
  if (difference.fail || difference.fixed || difference.notSeen) addToItemDay(call.database, difference)
}

function answerTask(
  patrol: PatrolRow,
  item: NumberedItem,
  before: StandingAnswer | undefined,
  after: AnswerRow,
): AnswerTask {
  return {
    patrolId: patrol.id,
    item,
    before: before?.value ?? null,
    after: after.value,
    note: after.note,
    photos: after.photos,
    foundAt: after.seenAt,
  }
}
