import type {
  MeetingStep,
  MeetingTemplate,
  MeetingTemplateContent,
} from '../../../../shared/contract/meeting-templates.ts'

export function contentOf({ kind, name, useWhen, steps, isOff }: MeetingTemplate): MeetingTemplateContent {
  return { kind, name, useWhen, steps, isOff }
}

/** Moves a step by one place; at the ends it stays. */
export function moveStep(steps: readonly MeetingStep[], from: number, by: 1 | -1): MeetingStep[] {
  const to = from + by
  const moved = steps[from]
  if (!moved || to < 0 || to >= steps.length) return [...steps]
  const rest = steps.filter((_, index) => index !== from)
  return [...rest.slice(0, to), moved, ...rest.slice(to)]
}

/** An id that no step has: ids are for life, so that captures keep their step. */
export function newStep(steps: readonly MeetingStep[], name: string): MeetingStep {
  let number = steps.length + 1
  while (steps.some(({ id }) => id === `step-${number}`)) number++
  return {
    id: `step-${number}`,
    name: { zh: name, en: '' },
    minutes: 1,
    leadRole: 'host',
    prompts: [],
    shows: [],
    captures: [],
    skipWhen: null,
  }
}

/** One prompt a line; the other language stays where the Chinese line has not changed. */
export function promptsOf(
  text: string,
  before: MeetingStep['prompts'],
  language: 'zh-CN' | 'en',
): MeetingStep['prompts'] {
  const lines = text.split('\n').slice(0, 6)
  return lines.map((line, index) => {
    const known = before[index] ?? { zh: '', en: '' }
    return language === 'en' ? { zh: known.zh || line, en: line } : { zh: line, en: known.zh === line ? known.en : '' }
  })
}
