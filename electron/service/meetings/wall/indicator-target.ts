import { z } from 'zod'
import type { Ports } from '../../ports.ts'
import { readShipped } from '../../shipped-data.ts'

/** The last target with a number of each indicator, in its own unit. */
const Targets = z
  .object({
    indicators: z.array(
      z.object({
        id: z.string(),
        targets: z.array(z.object({ op: z.string(), value: z.union([z.number(), z.string()]) })),
      }),
    ),
  })
  .transform(
    ({ indicators }) =>
      new Map(
        indicators.flatMap(({ id, targets }) => {
          const last = targets.findLast(({ op, value }) => typeof value === 'number' && op !== 'trend')
          return last && typeof last.value === 'number' ? [[id, last.value] as const] : []
        }),
      ),
  )

/** Of an indicator in percent, as a share; null where none is set. */
export function targetShare(content: Ports['content'], indicator: string): number | null {
  const target = readShipped(content, 'indicators/indicators.json', Targets).get(indicator)
  return target === undefined ? null : target / 100
}
