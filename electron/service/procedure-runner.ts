import type { Database } from 'better-sqlite3'
import type { z } from 'zod'
import type { ProcedureMeta } from '../../shared/contract/procedure.ts'
import type { SampleProgress } from '../../shared/contract/workspaces.ts'
import { businessDay } from '../../shared/domain/business-day.ts'
import { AppError } from '../../shared/errors.ts'
import { appendAuditEntry } from './audit/index.ts'
import type { ChangePublisher } from './change-publisher.ts'
import { forget } from './database/remembered.ts'
import { settleLater } from './database/settle.ts'
import { storageFailure } from './database/storage-failure.ts'
import type { Actor, Call, Preparation, PreparedCommand, RecordedChange } from './handlers.ts'
import type { Ports } from './ports.ts'
import type { Seats, WorkspaceName } from './seats.ts'
import { readZone } from './settings/index.ts'

/** One procedure of the contract together with its handler. */
export interface Runnable {
  path: string
  feature: string
  meta: ProcedureMeta
  input: z.ZodType
  output: z.ZodType
  handler: unknown
}

/** One opened database with what belongs to it. */
export interface Workspace {
  ports: Ports
  seats: Seats
  changes: ChangePublisher
  ready(name: WorkspaceName, signal?: AbortSignal): Promise<void>
  sampleProgress(): SampleProgress | null
}

export interface Caller {
  seat: string
  actor: Actor
  signal?: AbortSignal | undefined
}

type Run = (call: Call, input: unknown, prepared?: unknown) => unknown

const SLOW_MS = 50

/**
 * Carries every call, in this order: sign-in → role → validate → prepare → open transaction → run → validate output →
 * append to the audit chain → commit → answer → emit "changed".
 */
export async function runProcedure(
  workspace: Workspace,
  procedure: Runnable,
  caller: Caller,
  rawInput: unknown,
): Promise<unknown> {
  const startedAt = performance.now()
  try {
    assertAllowed(procedure.meta, caller.actor)
    const input = parseInput(procedure.input, rawInput)
    return procedure.meta.kind === 'query'
      ? await runQuery(workspace, procedure, caller, input)
      : await runCommand(workspace, procedure, caller, input)
  } catch (error) {
    throw asAppError(error, workspace.ports, procedure.path)
  } finally {
    const spent = performance.now() - startedAt
    if (spent > SLOW_MS && !procedure.meta.isSilent) workspace.ports.log.slow(procedure.path, spent)
  }
}

export function assertAllowed(meta: ProcedureMeta, actor: Actor): void {
  if (meta.roles === 'public') return
  if (actor.role === null) throw new AppError('not-signed-in', 'notSignedIn')
  if (!meta.roles.includes(actor.role)) throw new AppError('forbidden', 'forbidden')
  if (actor.hasOneTimePin && !meta.isOpenBeforeOwnPin) throw new AppError('forbidden', 'ownPinFirst')
}

async function runQuery(workspace: Workspace, procedure: Runnable, caller: Caller, input: unknown): Promise<unknown> {
  const { call } = createCall(workspace, procedure, caller)
  return procedure.output.parse(await (procedure.handler as Run)(call, input))
}

async function runCommand(workspace: Workspace, procedure: Runnable, caller: Caller, input: unknown): Promise<unknown> {
  const { prepare, run } = partsOf(procedure.handler)
  const prepared = prepare ? await prepare(createCall(workspace, procedure, caller).call, input) : undefined
  const made = createCall(workspace, procedure, caller)
  const output = inTransaction(made.call.database, () => {
    const result = procedure.output.parse(run(made.call, input, prepared))
    if (procedure.meta.audit === 'chain') {
      appendAuditEntry(made.call.database, {
        at: made.call.now,
        actor: made.identity.actor,
        procedure: procedure.path,
        changes: made.recorded,
      })
    }
    return result
  })
  settleLater(made.call.database)
  for (const effect of made.effects) afterCommit(workspace, procedure, effect)
  if (procedure.meta.isSilent) return output
  for (const [feature, ids] of made.touched) workspace.changes.publish(feature, [...ids])
  return output
}

/** What is committed is answered as done: an effect that fails is logged and holds up neither the others nor the answer. */
function afterCommit({ ports }: Workspace, { path }: Runnable, effect: () => void): void {
  try {
    effect()
  } catch (error) {
    ports.log.failure(error, `${path} after its commit`)
  }
}

function partsOf(handler: unknown): { prepare?: (call: Preparation, input: unknown) => Promise<unknown>; run: Run } {
  if (typeof handler === 'function') return { run: handler as Run }
  const { prepare, run } = handler as PreparedCommand<unknown, unknown, unknown>
  return { prepare, run }
}

function createCall(workspace: Workspace, procedure: Runnable, { seat, actor, signal }: Caller) {
  const announced = procedure.meta.announces ?? procedure.feature
  const { ports } = workspace
  const now = ports.clock.now()
  const recorded: RecordedChange[] = []
  const effects: (() => void)[] = []
  const identity = { actor }
  const touched = new Map<string, Set<string>>([[announced, new Set()]])
  const call: Call = {
    ports,
    database: ports.database,
    actor,
    seat,
    seats: workspace.seats,
    signal,
    readyWorkspace: workspace.ready,
    sampleProgress: workspace.sampleProgress,
    now,
    today: businessDay(now, readZone(ports.database)),
    changed(change) {
      recorded.push(change)
      touched.get(announced)?.add(change.uid)
    },
    touched(other, ...ids) {
      const known = touched.get(other) ?? new Set()
      for (const id of ids) known.add(id)
      touched.set(other, known)
    },
    identify(person) {
      identity.actor = person
    },
    afterCommit: (effect) => effects.push(effect),
  }
  return { call, recorded, effects, touched, identity }
}

const transactions = new WeakMap<Database, { immediate(work: () => unknown): unknown }>()

function inTransaction<T>(database: Database, work: () => T): T {
  let transaction = transactions.get(database)
  if (!transaction) {
    transaction = database.transaction((run: () => unknown) => run())
    transactions.set(database, transaction)
  }
  try {
    return transaction.immediate(work) as T
  } catch (error) {
    forget(database)
    throw error
  }
}

function parseInput(schema: z.ZodType, rawInput: unknown): unknown {
  const parsed = schema.safeParse(rawInput)
  if (parsed.success) return parsed.data
  const fields = Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join('.'), reasonOf(issue)]))
  throw new AppError('invalid-input', 'invalidInput', { fields })
}

/** A rule of ours names its sentence (`tooLong`); zod's own wording becomes the general one. */
function reasonOf(issue: { message: string }): string {
  return /^[a-z][A-Za-z]+$/.test(issue.message) ? issue.message : 'invalidValue'
}

function asAppError(error: unknown, ports: Ports, where: string): AppError {
  if (error instanceof AppError) return error
  const incident = ports.log.failure(error, where)
  return storageFailure(error, incident) ?? new AppError('internal', 'internal', { incident, cause: error })
}
