import { z } from 'zod'
import { UPTIME_INDICATOR } from '../../../shared/domain/device-uptime.ts'
import type { Ports } from '../ports.ts'
import { readShipped } from '../shipped-data.ts'

/** Percentages of the indicators file: the first is where the standard started, the last what holds now. */
const UptimeTarget = z
  .object({
    indicators: z.array(z.object({ id: z.string(), targets: z.array(z.object({ value: z.unknown() })) })),
  })
  .transform(({ indicators }) => {
    const values = (indicators.find(({ id }) => id === UPTIME_INDICATOR)?.targets ?? []).flatMap(({ value }) =>
      typeof value === 'number' ? [value / 100] : [],
    )
    const target = values.at(-1)
    if (target === undefined) throw new Error(`indicators.json: ${UPTIME_INDICATOR} has no target`)
    return { target, floor: Math.min(...values) }
  })

export function readUptimeTarget(content: Ports['content']): { target: number; floor: number } {
  return readShipped(content, 'indicators/indicators.json', UptimeTarget)
}
