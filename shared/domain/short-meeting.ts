import type { MeetingTemplate } from '../contract/meeting-templates.ts'

type Template = Pick<MeetingTemplate, 'kind' | 'isOff' | 'totalMinutes'>

/** What is held where the first one had too few: the shortest of the kind that is on; undefined where none is. */
export function shortestOf<T extends Template>(templates: readonly T[], kind: Template['kind']): T | undefined {
  const [shortest] = templates
    .filter((one) => one.kind === kind && !one.isOff)
    .toSorted((one, other) => one.totalMinutes - other.totalMinutes)
  return shortest
}
