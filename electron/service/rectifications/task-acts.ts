import { z } from 'zod'
import { Severity } from '../../../shared/contract/checklists.ts'
import type { InputOf } from '../../../shared/contract/index.ts'
import { Act, type rectifications, TaskState } from '../../../shared/contract/rectifications.ts'
import { DAY_MS } from '../../../shared/domain/business-day.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Call } from '../handlers.ts'
import type { Ports } from '../ports.ts'
import { readShipped } from '../shipped-data.ts'
import { ownerOf, relationsOf } from './move-task.ts'
import { logStep } from './open-task.ts'
import {
  columnsBefore,
  getTask,
  type NewRectification,
  type RectificationRow,
  updateTask,
} from './rectification-repository.ts'
import { dueRule, readRules } from './rules.ts'
import { assertRequired, refuse } from './task-requirements.ts'
import { expectLater } from './task-waiting.ts'

type ActInput = InputOf<typeof rectifications.act>

/** `resources/rectifications/acts.json`: what may be done with a task without leaving its state. */
const Acts = z.object({
  acts: z.array(
    Act.extend({
      from: z.array(TaskState),
      by: z.array(z.string()),
      severities: z.array(Severity).optional(),
      /** Only while an extension waits for its answer, or only while none does. */
      whileAsked: z.boolean().optional(),
    }),
  ),
})

const HOUR_MS = 3_600_000

function readActs(content: Ports['content']) {
  return readShipped(content, 'rectifications/acts.json', Acts).acts
}

/** What the signed-in person may do with a task beside its steps. */
export function actsOf(call: Call, task: RectificationRow): Act[] {
  const relations = relationsOf(call, task)
  return readActs(call.ports.content)
    .filter(
      ({ from, by, severities, whileAsked }) =>
        from.includes(task.state) &&
        by.some((name) => relations.has(name)) &&
        (severities === undefined || severities.includes(task.severity)) &&
        (whileAsked === undefined || whileAsked === (task.asked_until !== null)),
    )
    .map(({ act, zh, en, requires }) => ({ act, zh, en, requires }))
}

export function actOnTask(call: Call, input: ActInput): RectificationRow {
  const task = getTask(call.database, input.uid)
  if (task.state !== input.from) throw new AppError('conflict', 'taskMovedMeanwhile')
  const act = actsOf(call, task).find((one) => one.act === input.act)
  if (!act) throw new AppError('forbidden', 'moveNotAllowed')
  assertRequired(call, task, act, { ...input, photos: [] })
  const change = CHANGES[act.act](call, task, input)
  updateTask(call.database, task.id, change)
  const note = [input.note, input.decision, input.expectedOn].filter(Boolean).join(' · ')
  logStep(call, task.id, task.state, task.state, note || null, [], act.act)
  const before = columnsBefore(task, change)
  call.changed({ record: 'rectification', uid: task.uid, before, after: { act: act.act, ...change } })
  return getTask(call.database, task.uid)
}

type Change = (call: Call, task: RectificationRow, input: ActInput) => Partial<NewRectification>

const CHANGES: Record<Act['act'], Change> = {
  urge({ now }, { urges, urged_at }) {
    if (urged_at !== null && now - urged_at < HOUR_MS) throw new AppError('not-allowed-now', 'urgedLately')
    return { urges: urges + 1, urged_at: now }
  },
  transfer(call, task, input) {
    const owner = ownerOf(call, input)
    if (owner.owner_staff === task.owner_staff && owner.owner_queue === task.owner_queue) {
      throw new AppError('invalid-input', 'sameOwner', { fields: { owner: 'sameOwner' } })
    }
    return { ...owner, ...(owner.owner_staff === task.co_owner && { co_owner: null }) }
  },
  'co-owner'(call, task, input) {
    const { owner_staff } = ownerOf(call, input)
    if (owner_staff === null || owner_staff === undefined || owner_staff === task.owner_staff) {
      throw new AppError('invalid-input', 'coOwnerIsPerson', { fields: { owner: 'coOwnerIsPerson' } })
    }
    return { co_owner: owner_staff }
  },
  'ask-extension'(call, task, { dueAt = 0, note }) {
    const { extension_max_days: days } = dueRule(readRules(call.ports.content), task.severity)
    if (dueAt <= Math.max(task.due_at, call.now)) {
      throw new AppError('invalid-input', 'extensionNotLater', { fields: { due: 'extensionNotLater' } })
    }
    if (dueAt > task.due_at + days * DAY_MS) {
      throw new AppError('invalid-input', 'extensionTooLong', { params: { days }, fields: { due: 'extensionTooLong' } })
    }
    return { asked_until: dueAt, asked_reason: note }
  },
  'expect-later': (call, task, { expectedOn }) => expectLater(call, task, expectedOn),
  'known-until': ({ today }, _task, { expectedOn = '', note }) => {
    if (expectedOn < today) refuse('expected-date', 'expectedInPast')
    return { known_until: expectedOn, known_reason: note, known_ended_at: null }
  },
  // Of a task that waits it is the resting clock of the fix.
  'grant-extension': (_call, { state, asked_until, asked_reason, due_at, extensions }) => ({
    [state === 'waiting' ? 'fix_due_at' : 'due_at']: asked_until ?? due_at,
    extension_reason: asked_reason,
    extensions: extensions + 1,
    asked_until: null,
    asked_reason: null,
  }),
  'refuse-extension': () => ({ asked_until: null, asked_reason: null }),
}
