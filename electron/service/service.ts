import { isContractProcedure } from '@orpc/contract'
import { ORPCError, os, type Router } from '@orpc/server'
import type { z } from 'zod'
import { type Contract, contract } from '../../shared/contract/index.ts'
import type { ProcedureMeta } from '../../shared/contract/procedure.ts'
import { businessDay } from '../../shared/domain/business-day.ts'
import { AppError } from '../../shared/errors.ts'
import { hasAwardsToGrant } from './awards/index.ts'
import { keepBackups } from './backups/index.ts'
import { createChangePublisher } from './change-publisher.ts'
import { type ClockWatch, createClockWatch, isDayInDoubt } from './clock-watch.ts'
import { closeWorkspaceDatabase } from './database/open-workspace-database.ts'
import type { Actor } from './handlers.ts'
import { createHandlers } from './handlers-of-features.ts'
import { isTidyDue, keepCountsAtEnd } from './moods/index.ts'
import { findActor, hasEndedWaits, OPERATOR_ACTOR, SYSTEM_ACTOR } from './people/index.ts'
import type { Ports } from './ports.ts'
import { assertAllowed, type Runnable, runProcedure, type Workspace } from './procedure-runner.ts'
import { asideBefore, createRecovery, type Recovery, type RecoveryOptions, setAside } from './recovery/index.ts'
import { createSamplePreparation, type PrepareSample } from './sample-preparation.ts'
import { createSeats, type WorkspaceName } from './seats.ts'
import { readLockMinutes, readZone } from './settings/index.ts'

/** What a host says about each call it hands in. */
export interface HostContext {
  seat: string
  /** `operator` for the command line of the user who owns the data folder; `system` for the console's own clockwork. */
  as?: 'operator' | 'system'
}

export interface Service {
  /** One router for every transport. */
  router: Router<Contract, HostContext>
  /** Brings plans, missed rounds and look-back dates up to now. Hosts call it at start and every minute. */
  tick(): Promise<void>
  close(): void
}

export interface ServiceOptions {
  /** Opens a workspace's database, migrated and checked. */
  open(workspace: WorkspaceName): Ports
  /** Called before the sample workspace is opened. */
  prepareSample?: PrepareSample
  /** Without it a damaged database is a failed start. */
  recovery?: RecoveryOptions
  /** The console's own clockwork takes backups; a passing command does not. */
  keepsBackups?: boolean
  /** Signs seats out where nobody did anything for as long as the settings say. Off where days pass in seconds. */
  leavesIdleSeats?: boolean
}

const MINUTE_MS = 60_000
/** A page says now and then that somebody is there; it locks itself first. */
const GRACE_MS = 30_000

export function createService(options: ServiceOptions): Service {
  const { open, prepareSample, recovery: means, keepsBackups = false, leavesIdleSeats = true } = options
  const seats = createSeats(() => workspaceNamed('own').ports.steady.now())
  const handlers = createHandlers()
  const opened = new Map<WorkspaceName, Workspace>()
  const watches = new Map<WorkspaceName, ClockWatch>()
  const sample = createSamplePreparation(prepareSample ?? (async () => {}))
  let recovery: Recovery | undefined

  function workspaceNamed(name: WorkspaceName): Workspace {
    let workspace = opened.get(name)
    if (!workspace) {
      workspace = { ports: open(name), seats, changes: createChangePublisher(), ready, sampleProgress: sample.progress }
      opened.set(name, workspace)
      watches.set(name, createClockWatch())
    }
    return workspace
  }

  function openOwn(): void {
    const before = means && asideBefore(means)
    try {
      if (!before) return void workspaceNamed('own')
    } catch (error) {
      const aside = means && setAside(means, error)
      if (!aside) throw error
      return void recoverFrom(means, aside)
    }
    recoverFrom(means, before)
  }

  function recoverFrom(options: RecoveryOptions, aside: Parameters<typeof createRecovery>[1]): void {
    recovery = createRecovery(options, aside, () => {
      const { ports } = workspaceNamed('own')
      recovery = undefined
      return ports
    })
  }

  async function ready(name: WorkspaceName, signal?: AbortSignal): Promise<void> {
    if (name === 'sample' && !opened.has(name)) await sample.ready(signal)
    workspaceNamed(name)
  }

  function actorOf(workspace: Workspace, context: HostContext): Actor {
    if (context.as === 'operator') return OPERATOR_ACTOR
    if (context.as === 'system') return SYSTEM_ACTOR
    const { database } = workspace.ports
    if (leavesIdleSeats) seats.leaveIdle(context.seat, readLockMinutes(database) * MINUTE_MS + GRACE_MS)
    const today = businessDay(workspace.ports.clock.now(), readZone(database))
    return findActor(database, seats.staffOf(context.seat), today)
  }

  async function run(procedure: Runnable, context: HostContext, input: unknown, signal?: AbortSignal) {
    if (recovery) {
      if (procedure.feature === 'recovery') return recovery.answer(procedure.path.slice('recovery.'.length), input)
      throw new AppError('storage-corrupted', 'inRecovery')
    }
    const workspace = workspaceNamed(seats.workspaceOf(context.seat))
    const caller = { seat: context.seat, actor: actorOf(workspace, context), signal }
    if (isAct(procedure)) seats.use(context.seat)
    return runProcedure(workspace, procedure, caller, input)
  }

  async function* changes(context: HostContext, signal: AbortSignal | undefined) {
    if (recovery) throw new AppError('storage-corrupted', 'inRecovery')
    const workspace = workspaceNamed(seats.workspaceOf(context.seat))
    assertAllowed(contract.events.changes['~orpc'].meta, actorOf(workspace, context))
    for await (const event of workspace.changes.subscribe(signal)) {
      if (actorOf(workspace, context).role === null) return
      yield event
    }
  }

  /** Beside everything else: nobody waits for it. */
  async function keep(name: WorkspaceName, seat: string): Promise<void> {
    const { ports, changes: publisher } = workspaceNamed(name)
    const drill = () => run(runnableAt(handlers, 'backups', 'drill'), { seat, as: 'system' }, {})
    if (await keepBackups(ports, drill)) publisher.publish('backups', [])
  }

  const service: Service = {
    router: createRouter(handlers, run, changes),
    async tick() {
      for (const [name] of opened) {
        const seat = `system/${name}`
        seats.move(seat, name)
        const { ports } = workspaceNamed(name)
        const jump = watches.get(name)?.look(ports)
        if (jump) await run(runnableAt(handlers, 'audit', 'noteClock'), { seat, as: 'system' }, jump)
        if (hasEndedWaits({ ports, database: ports.database }))
          await run(runnableAt(handlers, 'people', 'endWaits'), { seat, as: 'system' }, {})
        const moment = momentOf(ports)
        const isCertain = !isDayInDoubt(moment)
        if (isCertain && isTidyDue(moment)) await run(runnableAt(handlers, 'moods', 'tidy'), { seat, as: 'system' }, {})
        await run(runnableAt(handlers, 'patrols', 'planDays'), { seat, as: 'system' }, {})
        await run(runnableAt(handlers, 'rectifications', 'moveDue'), { seat, as: 'system' }, {})
        await run(runnableAt(handlers, 'accountability', 'remind'), { seat, as: 'system' }, {})
        if (isCertain && hasAwardsToGrant(moment))
          await run(runnableAt(handlers, 'awards', 'grantDue'), { seat, as: 'system' }, {})
        if (keepsBackups) void keep(name, seat)
      }
    },
    close() {
      for (const [name, { ports }] of opened) {
        watches.get(name)?.close(ports)
        keepCountsAtEnd(ports.database)
        ports.vault.close()
        closeWorkspaceDatabase(ports.database)
      }
    },
  }
  openOwn()
  return service
}

function momentOf(ports: Ports) {
  const now = ports.clock.now()
  return { ports, database: ports.database, now, today: businessDay(now, readZone(ports.database)) }
}

/** What only a person does; a page fetches records by itself. */
function isAct({ path, meta }: Runnable): boolean {
  return path === 'people.stay' || (meta.kind === 'command' && meta.roles !== 'public')
}

type HandlerTable = Record<string, Record<string, unknown>>

function runnableAt(handlers: HandlerTable, feature: string, name: string): Runnable {
  const procedure = (contract as unknown as HandlerTable)[feature]?.[name]
  if (!isContractProcedure(procedure)) throw new Error(`No procedure ${feature}.${name}`)
  const { meta, inputSchema, outputSchema } = procedure['~orpc']
  return {
    path: `${feature}.${name}`,
    feature,
    meta: meta as ProcedureMeta,
    input: inputSchema as z.ZodType,
    output: outputSchema as z.ZodType,
    handler: handlers[feature]?.[name],
  }
}

function createRouter(
  handlers: HandlerTable,
  run: (procedure: Runnable, context: HostContext, input: unknown, signal?: AbortSignal) => Promise<unknown>,
  changes: (context: HostContext, signal: AbortSignal | undefined) => AsyncGenerator<unknown, void>,
): Router<Contract, HostContext> {
  const errors = contract.people.session['~orpc'].errorMap
  const procedure = os.$context<HostContext>().errors(errors)
  const features = Object.entries(contract)
    .filter(([feature]) => feature !== 'events')
    .map(([feature, procedures]) => [
      feature,
      Object.fromEntries(
        Object.keys(procedures).map((name) => {
          const runnable = runnableAt(handlers, feature, name)
          return [
            name,
            procedure.handler(({ context, input, signal }) => run(runnable, context, input, signal).catch(rethrow)),
          ]
        }),
      ),
    ])
  const stream = procedure.handler(async function* ({ context, signal }) {
    try {
      yield* changes(context, signal)
    } catch (error) {
      rethrow(error)
    }
  })
  return { ...Object.fromEntries(features), events: { changes: stream } } as Router<Contract, HostContext>
}

function rethrow(error: unknown): never {
  if (error instanceof AppError) throw new ORPCError(error.code, { message: error.detail.reason, data: error.detail })
  throw error
}
