import type { ReportFigure, ReportKind } from '../../../shared/contract/reports.ts'
import { addDays, businessDay, formatClock, minuteOfDay, monthRange } from '../../../shared/domain/business-day.ts'
import type { Language } from '../../../shared/messages/language.ts'
import type { Translate } from '../../../shared/messages/message-key.ts'
import { translatorFor } from '../../../shared/messages/translator.ts'
import { checkpointCode } from '../audit/index.ts'
import type { Call } from '../handlers.ts'
import { findOutlet } from '../people/index.ts'
import { readZone } from '../settings/index.ts'
import type { ReportDocument, ReportSection } from './report-model.ts'
import { readTyped } from './typed-repository.ts'

/** What every report is built from. */
export interface ReportContext {
  call: Call
  kind: ReportKind
  month: string
  lastMonth: string
  from: string
  to: string
  language: Language
  t: Translate
  zone: string
  typed: Record<string, string>
  /** `2026-11-05 09:12` in the outlet's zone, or empty. */
  localTime(at: number | null): string
}

export interface BuiltReport {
  document: ReportDocument
  figures: ReportFigure[]
}

export function reportContext(call: Call, kind: ReportKind, month: string, language: Language): ReportContext {
  const { from, to } = monthRange(month)
  const zone = readZone(call.database)
  return {
    call,
    kind,
    month,
    lastMonth: addDays(from, -1).slice(0, 7),
    from,
    to,
    language,
    t: translatorFor(language),
    zone,
    typed: readTyped(call.database, kind, month),
    localTime: (at) => (at === null ? '' : `${businessDay(at, zone)} ${formatClock(minuteOfDay(at, zone))}`),
  }
}

export function documentOf(
  context: ReportContext,
  sections: ReportSection[],
  more: { isLandscape: boolean; hasTyped: boolean },
): ReportDocument {
  const { call, kind, month, language, t } = context
  const outlet = findOutlet(call.database)
  return {
    kind,
    language,
    title: t(`reports.name.${kind}`),
    outlet: outlet?.name ?? '',
    outletCode: outlet?.code ?? '',
    month,
    period: call.today > context.to ? month : t('reports.unfinished', { month, today: call.today }),
    printedAt: context.localTime(call.now),
    auditCode: checkpointCode(call.database),
    sections,
    ...more,
  }
}
