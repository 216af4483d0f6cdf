import { z } from 'zod'
import { Severity } from '../../../shared/contract/checklists.ts'
import { Requirement, Source, TaskState } from '../../../shared/contract/rectifications.ts'
import type { Ports } from '../ports.ts'
import { readShipped } from '../shipped-data.ts'

const LayerCount = z.int().min(1).max(3)

/** `resources/rectifications/rules.json`: states and steps are data, the engine is small. */
const Rules = z.object({
  causes: z.array(
    z.object({
      id: z.string(),
      zh: z.string(),
      en: z.string(),
      sub: z.array(z.object({ id: z.string(), zh: z.string(), en: z.string() })),
    }),
  ),
  severity_due_rules: z.array(
    z.object({
      severity: Severity,
      contain_hours: z.number().nullable(),
      fix_hours: z.number(),
      photo_required: z.boolean(),
      extension_max_days: z.number(),
      clock: z.enum(['round-the-clock', 'business-calendar']),
    }),
  ),
  states: z.array(z.object({ id: TaskState, zh: z.string(), en: z.string(), terminal: z.boolean() })),
  transitions: z.array(
    z.object({
      from: TaskState,
      to: TaskState,
      by: z.array(z.string()),
      requires: z.array(Requirement),
      zh: z.string(),
      en: z.string(),
    }),
  ),
  prevention: z.object({
    layers: z.object({ minor: LayerCount, major: LayerCount, critical: LayerCount, repeat: LayerCount }),
  }),
  reminders: z.object({
    head_after_working_days: z.int().positive(),
    by_severity: z.array(
      z.object({
        severity: Severity,
        due_soon_hours: z.number(),
        escalate_after_working_days: z.int().positive(),
      }),
    ),
  }),
  ledger_fields: z.array(z.object({ id: z.string(), zh: z.string(), en: z.string() })),
  sources: z.array(z.object({ id: Source, zh: z.string(), en: z.string() })),
  verification: z.object({
    look_back: z.array(z.object({ severity: Severity, days: z.array(z.int()) })),
    repeat_window_days: z.int(),
  }),
})
export type Rules = z.infer<typeof Rules>
export type DueRule = Rules['severity_due_rules'][number]
export type Transition = Rules['transitions'][number]

export function readRules(content: Ports['content']): Rules {
  return readShipped(content, 'rectifications/rules.json', Rules)
}

export function dueRule(rules: Rules, severity: Severity): DueRule {
  const rule = rules.severity_due_rules.find((one) => one.severity === severity)
  if (!rule) throw new Error(`rules.json: no due rule for ${severity}`)
  return rule
}

export function reminderRule(rules: Rules, severity: Severity): Rules['reminders']['by_severity'][number] {
  const rule = rules.reminders.by_severity.find((one) => one.severity === severity)
  if (!rule) throw new Error(`rules.json: no reminder rule for ${severity}`)
  return rule
}
