import { LAYERS, type Layer, RedoStep, type Requirement } from '../../../shared/contract/rectifications.ts'
import type { Call } from '../handlers.ts'
import type { RectificationRow } from './rectification-repository.ts'
import { readRules } from './rules.ts'

/** Layers that the data asks for: by severity, and one more where the fault has come back. */
export function requiredLayers(call: Pick<Call, 'ports'>, task: RectificationRow): Layer[] {
  const { layers } = readRules(call.ports.content).prevention
  const count = isRepeat(task) ? Math.max(layers.repeat, layers[task.severity]) : layers[task.severity]
  return LAYERS.slice(0, count)
}

/** Seen before within the window, or brought back after it was struck off. */
export const isRepeat = (task: RectificationRow): boolean => task.occurrence > 1 || task.reopened_at !== null

/** The first is what was done; whoever submits always writes it. */
export function missingLayers(call: Call, task: RectificationRow): Layer[] {
  const written: Record<Layer, boolean> = {
    restore: true,
    correct: Boolean(task.measure),
    prevent: Boolean(task.prevention),
  }
  return requiredLayers(call, task).filter((layer) => !written[layer])
}

export function redoSteps(task: RectificationRow): RedoStep[] {
  return task.returned_for === null ? [] : RedoStep.array().parse(JSON.parse(task.returned_for))
}

/** What handing in asks for beyond the table: the task's own layers, and what the last check sent back. */
export function submissionRequires(call: Call, task: RectificationRow, requires: readonly Requirement[]) {
  const redo = redoSteps(task)
  const layers = new Set<string>([...requiredLayers(call, task), ...redo])
  const more: Requirement[] = []
  if (layers.has('correct')) more.push('measure-layer')
  if (layers.has('prevent')) more.push('prevention-layer')
  return [...requires, ...more]
}
