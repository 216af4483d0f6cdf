import type { CaptureId } from './meeting-keys.ts'

/** Whether any step of a template takes the roll; an evening review takes none. */
export function callsRoll({ steps }: { steps: readonly { captures: readonly CaptureId[] }[] }): boolean {
  return steps.some(({ captures }) => captures.includes('attendance'))
}
