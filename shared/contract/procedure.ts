import { type ContractProcedure, oc } from '@orpc/contract'
import { z } from 'zod'
import { ERROR_CODES, type ErrorCode } from '../errors.ts'
import type { Caller } from '../roles.ts'

/** zod compiles parsers with `new Function`, which the page's content security policy forbids and reports. */
if ('document' in globalThis) z.config({ jitless: true })

export type ProcedureKind = 'query' | 'command'

/**
 * Who may call, and what is left behind.
 * `public`: before anybody has signed in. An empty list denies everybody.
 * `audit` of a command: `chain` appends to the hash chain; `journal` appends nothing, its rows are their own journal.
 */
export interface ProcedureMeta {
  kind: ProcedureKind
  roles: readonly Caller[] | 'public'
  audit: 'chain' | 'journal' | 'none'
  /** Name of the change event where it is not the feature's own: lets a screen refetch less. */
  announces?: string
  /** Stays open to a person who has only a one-time PIN. */
  isOpenBeforeOwnPin?: true
  /** Announces nothing and is never named in the log: that it was called, and when, is nobody's business. */
  isSilent?: true
}

export const ErrorData = z.object({
  reason: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  fields: z.record(z.string(), z.string()).optional(),
  incident: z.string().optional(),
})

const errorMap = Object.fromEntries(ERROR_CODES.map((code) => [code, { data: ErrorData }])) as {
  [Code in ErrorCode]: { data: typeof ErrorData }
}

export const base = oc.$meta<ProcedureMeta>({ kind: 'query', roles: [], audit: 'none' }).errors(errorMap)

declare const KIND: unique symbol
/** Carries query or command in the type, so that a command that returns a promise does not compile. */
export interface OfKind<Kind extends ProcedureKind> {
  readonly [KIND]?: Kind
}

export type Procedure<I extends z.ZodType, O extends z.ZodType, K extends ProcedureKind> = ContractProcedure<
  I,
  O,
  typeof errorMap,
  ProcedureMeta
> &
  OfKind<K>

/** Reads. May be repeated and cached by the renderer; writes nothing. */
export function query<I extends z.ZodType, O extends z.ZodType>(
  roles: ProcedureMeta['roles'],
  input: I,
  output: O,
): Procedure<I, O, 'query'> {
  return base.meta({ kind: 'query', roles, audit: 'none' }).input(input).output(output) as Procedure<I, O, 'query'>
}

/** Writes. Runs synchronously in one transaction and emits one change event. */
export function command<I extends z.ZodType, O extends z.ZodType>(
  roles: ProcedureMeta['roles'],
  input: I,
  output: O,
  audit: 'chain' | 'journal' = 'chain',
  announces?: string,
): Procedure<I, O, 'command'> {
  const meta: ProcedureMeta = { kind: 'command', roles, audit, ...(announces === undefined ? {} : { announces }) }
  return base.meta(meta).input(input).output(output) as Procedure<I, O, 'command'>
}

/** For the little that a person may do who has only a one-time PIN. */
export function openBeforeOwnPin<P>(procedure: P): P {
  return (procedure as { meta(more: Partial<ProcedureMeta>): P }).meta({ isOpenBeforeOwnPin: true })
}

/** For what nobody else may notice, not even that it happened. */
export function silent<P>(procedure: P): P {
  return (procedure as { meta(more: Partial<ProcedureMeta>): P }).meta({ isSilent: true })
}

/** Everybody who works at the outlet. */
export const STAFF = ['outlet-head', 'ops-supervisor', 'lobby-manager', 'teller'] as const
/** Those who fill in anything: a branch lead decides on tasks, with note and photo. */
export const WRITERS = [...STAFF, 'branch-lead'] as const
/** Those who run rounds and assign work. */
export const LEADS = ['outlet-head', 'ops-supervisor', 'lobby-manager'] as const
/** Those who may read the outlet's records. */
export const READERS = [...STAFF, 'branch-lead', 'auditor', 'operator'] as const

/** Local business day. */
export const Day = z.iso.date()
/** Time of day on the outlet's clock, `08:25`. */
export const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'clockFormat')
/** UTC milliseconds. */
export const Instant = z.int().nonnegative()
export const Uid = z.uuid()
export const Nothing = z.object({})
export const Done = z.object({ done: z.literal(true) })
