import { z } from 'zod'

export const TASK_STATES = [
  'found',
  'assigned',
  'doing',
  'waiting',
  'submitted',
  'returned',
  'verified',
  'lookback',
  'closed',
  'reopened',
  'escalated',
  'void',
] as const
export const TaskState = z.enum(TASK_STATES)
export type TaskState = z.infer<typeof TaskState>

/** Restored: works again. Corrected: the cause is gone. Prevented: kept from coming back. In this order. */
export const LAYERS = ['restore', 'correct', 'prevent'] as const
export const Layer = z.enum(LAYERS)
export type Layer = z.infer<typeof Layer>

/** What a check may send back to be done again. */
export const REDO_STEPS = [...LAYERS, 'cause', 'photo'] as const
export const RedoStep = z.enum(REDO_STEPS)
export type RedoStep = z.infer<typeof RedoStep>

/** What a transition asks for; names as in the data file, and the layers that a task needs beside them. */
export const REQUIREMENTS = [
  'owner',
  'due',
  'photo-or-note',
  'reason',
  'waiting-for',
  'expected-date',
  'temporary-measure',
  'result-note',
  'photo-if-item-allows',
  'cause',
  'check-note',
  'measure-layer',
  'prevention-layer',
  'decision',
  'redo',
] as const
export const Requirement = z.enum(REQUIREMENTS)
export type Requirement = z.infer<typeof Requirement>

export const Move = z.object({ to: TaskState, zh: z.string(), en: z.string(), requires: z.array(Requirement) })
export type Move = z.infer<typeof Move>

/** What the console did by rule: of answers and clean rounds, and by the clock. */
export const RULES = [
  'failed-again',
  'corrected',
  'clean-rounds',
  'clean-round-corrected',
  'known-ended',
  'taken-back',
  'due-soon',
  'overdue',
  'still-overdue',
  'overdue-escalated',
] as const
export type Rule = (typeof RULES)[number]

/** What leaves a task in its state. */
export const ACTS = [
  'urge',
  'transfer',
  'co-owner',
  'expect-later',
  'known-until',
  'ask-extension',
  'grant-extension',
  'refuse-extension',
] as const
export type ActId = (typeof ACTS)[number]
export const Act = z.object({ act: z.enum(ACTS), zh: z.string(), en: z.string(), requires: z.array(Requirement) })
export type Act = z.infer<typeof Act>
