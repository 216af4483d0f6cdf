import type { Database } from 'better-sqlite3'
import type { contract, Feature, InputOf, KindOf, OutputOf } from '../../shared/contract/index.ts'
import type { SampleProgress } from '../../shared/contract/workspaces.ts'
import type { AuditRecord } from '../../shared/messages/message-key.ts'
import type { Caller } from '../../shared/roles.ts'
import type { Ports } from './ports.ts'
import type { Seats, WorkspaceName } from './seats.ts'

/** Who is calling. `staffId` is the integer key of a signed-in person, null for operator and system. */
export interface Actor {
  role: Caller | null
  staffId: number | null
  staffUid: string | null
  name: string
  /** Only a one-time PIN so far, which somebody else has seen. */
  hasOneTimePin?: boolean
}

/** One record that a command changed; before is null where it was created, after where it was removed. */
export interface RecordedChange {
  record: AuditRecord
  uid: string
  before: object | null
  after: object | null
}

/** Everything a handler may touch. Made anew for each call by the runner. */
export interface Call {
  ports: Ports
  database: Database
  actor: Actor
  /** The tab, window or command line the call came from. */
  seat: string
  seats: Seats
  /** The caller has stopped waiting; nothing may be kept then. */
  signal: AbortSignal | undefined
  /** Opens a workspace and makes it ready for use; only in `prepare`. */
  readyWorkspace(name: WorkspaceName, signal?: AbortSignal): Promise<void>
  /** Null where the sample workspace is not being written. */
  sampleProgress(): SampleProgress | null
  /** UTC milliseconds of this call; one instant for all its rows. */
  now: number
  /** Local business day of `now`. */
  today: string
  /** Names a changed record for the audit chain, and its id for the change event. */
  changed(change: RecordedChange): void
  /** Adds ids to the change event of another feature that this command touched as well. */
  touched(feature: string, ...ids: string[]): void
  /** The caller turned out to be this person; the audit chain names them. */
  identify(actor: Actor): void
  /** Runs once the transaction is on disk. Not run when it is rolled back. */
  afterCommit(effect: () => void): void
}

/** What `prepare` may use: it runs before the transaction and writes nothing. */
export type Preparation = Pick<
  Call,
  'ports' | 'database' | 'actor' | 'seat' | 'seats' | 'signal' | 'readyWorkspace' | 'now' | 'today'
>

export interface PreparedCommand<Input, Output, Prepared> {
  prepare(call: Preparation, input: Input): Promise<Prepared>
  run(call: Call, input: Input, prepared: Prepared): Output
}

type Synchronous<T> = T extends PromiseLike<unknown> ? never : T

/** A query may wait; a command may not, because a SQLite transaction cannot wait for a promise. */
export type Handler<P> =
  KindOf<P> extends 'query'
    ? (call: Call, input: InputOf<P>) => OutputOf<P> | Promise<OutputOf<P>>
    : ((call: Call, input: InputOf<P>) => Synchronous<OutputOf<P>>) | PreparedCommand<InputOf<P>, OutputOf<P>, never>

export type HandlersOf<F extends Feature> = {
  [Name in keyof (typeof contract)[F]]: Handler<(typeof contract)[F][Name]>
}
export type Handlers = { [F in Feature]: HandlersOf<F> }

/** Ties `prepare` and `run` together; the prepared value is typed inside and opaque outside. */
export function prepared<Input, Output, Prepared>(
  command: PreparedCommand<Input, Output, Prepared>,
): PreparedCommand<Input, Output, never> {
  return command as PreparedCommand<Input, Output, never>
}
