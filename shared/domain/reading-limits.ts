import type { Reading } from '../contract/checklists.ts'

/** Own limits of a reading, or the outlet's parameter of that name. */
export function limitsOf(reading: Reading, parameters: Record<string, number>): { min?: number; max?: number } {
  const min = reading.min ?? (reading.min_parameter === undefined ? undefined : parameters[reading.min_parameter])
  const max = reading.max ?? (reading.max_parameter === undefined ? undefined : parameters[reading.max_parameter])
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
}

/** Which limit a value breaks; the limits themselves are inside. */
export function readingProblem(
  reading: Reading,
  value: number,
  parameters: Record<string, number>,
): 'below' | 'above' | null {
  const { min, max } = limitsOf(reading, parameters)
  if (min !== undefined && value < min) return 'below'
  return max !== undefined && value > max ? 'above' : null
}
