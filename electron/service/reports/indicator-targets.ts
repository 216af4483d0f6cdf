import { z } from 'zod'
import type { Translate } from '../../../shared/messages/message-key.ts'
import type { Ports } from '../ports.ts'
import { readShipped } from '../shipped-data.ts'

export type Targets = ReadonlyMap<string, { op: string; value: number }>

/** The last target with a number of each indicator: the product's default, or the regulation's. */
const IndicatorTargets = z
  .object({
    indicators: z.array(
      z.object({
        id: z.string(),
        targets: z.array(z.object({ period: z.string(), op: z.string(), value: z.union([z.number(), z.string()]) })),
      }),
    ),
  })
  .transform(
    ({ indicators }): Targets =>
      new Map(
        indicators.flatMap(({ id, targets }) => {
          const last = targets.findLast(({ op, value }) => typeof value === 'number' && op !== 'trend')
          return last && typeof last.value === 'number' ? [[id, { op: last.op, value: last.value }] as const] : []
        }),
      ),
  )

/** Figures of a report by the id of their indicator in `resources/indicators/indicators.json`. */
const INDICATOR_OF: Record<string, { indicator: string; unit: '%' | '' }> = {
  passRate: { indicator: 'patrol-pass-rate', unit: '%' },
  completion: { indicator: 'patrol-completion', unit: '%' },
  repeatRate: { indicator: 'repeat-fail-rate', unit: '%' },
  uptime: { indicator: 'machine-uptime', unit: '%' },
  longestWait: { indicator: 'wait-time', unit: '' },
  complaintReply: { indicator: 'complaint-reply', unit: '%' },
  onTimeRate: { indicator: 'task-ontime', unit: '%' },
}

export function readTargets(content: Ports['content']): Targets {
  return readShipped(content, 'indicators/indicators.json', IndicatorTargets)
}

export function targetText(targets: Targets, figureId: string, t: Translate): string {
  const of = INDICATOR_OF[figureId]
  const target = of && targets.get(of.indicator)
  if (!of || !target) return ''
  const value = `${target.value}${of.unit}`
  if (target.op === '<=') return t('reports.atMost', { value })
  return target.op === '>=' ? t('reports.atLeast', { value }) : value
}
