import type { InputOf } from '../../../shared/contract/index.ts'
import type { MeetingTemplate, meetingTemplates } from '../../../shared/contract/meeting-templates.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Call } from '../handlers.ts'
import { keepVersion, listTemplates } from './template-repository.ts'

const MOST_TEMPLATES = 40

/**
 * A new version of a template, or a new one. Meetings keep the version they were held by. Errors: `templateChanged`
 * where somebody saved meanwhile, `meetingTemplateKind`, `stepTwice`, `lastTemplateOfKind`.
 */
export function saveTemplate(
  call: Call,
  { id, basedOn, content }: InputOf<typeof meetingTemplates.saveTemplate>,
): MeetingTemplate {
  const templates = listTemplates(call)
  const before = id === null ? undefined : templates.find((one) => one.id === id)
  if (id !== null && !before) throw new AppError('not-found', 'meetingTemplateGone')
  if (!before && templates.length >= MOST_TEMPLATES) {
    throw new AppError('not-allowed-now', 'tooManyTemplates', { params: { most: MOST_TEMPLATES } })
  }
  if ((before?.version ?? 0) !== basedOn) throw new AppError('conflict', 'templateChanged')
  if (before && before.kind !== content.kind) throw new AppError('invalid-input', 'meetingTemplateKind')
  const steps = content.steps.map((step) => step.id)
  if (new Set(steps).size < steps.length) throw new AppError('invalid-input', 'stepTwice')
  if (content.isOff && !templates.some((one) => one.id !== id && one.kind === content.kind && !one.isOff)) {
    throw new AppError('not-allowed-now', 'lastTemplateOfKind')
  }
  const template: MeetingTemplate = {
    ...content,
    id: before?.id ?? `own-${call.ports.ids.uid(call.now)}`,
    version: basedOn + 1,
    totalMinutes: content.steps.reduce((sum, { minutes }) => sum + minutes, 0),
  }
  if (before) keepVersion(call, before)
  keepVersion(call, template, call.actor.staffId)
  const told = (one: MeetingTemplate) => ({
    name: one.name.zh,
    version: one.version,
    minutes: one.totalMinutes,
    steps: one.steps.map(({ name }) => name.zh).join('、'),
    isOff: one.isOff,
  })
  call.changed({
    record: 'meeting-template',
    uid: template.id,
    before: before ? told(before) : null,
    after: told(template),
  })
  return template
}
