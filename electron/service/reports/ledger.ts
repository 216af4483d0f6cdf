import type { ReportFigure } from '../../../shared/contract/reports.ts'
import { FEN_PER_YUAN } from '../../../shared/domain/money.ts'
import { accountabilityLevels } from '../accountability/index.ts'
import { countLedger, type LedgerRow, listLedger, readRules } from '../rectifications/index.ts'
import type { ColumnKind } from '../spreadsheets/write-table.ts'
import { zoneName } from './patrol-summary.ts'
import { type BuiltReport, documentOf, type ReportContext } from './report-context.ts'
import type { ReportCell, ReportColumn } from './report-model.ts'

/** Width of a column of the ledger on paper, and what stands in it in a workbook; others are narrow text. */
const SHAPES: Record<string, { weight: number; kind?: ColumnKind }> = {
  no: { weight: 2.2 },
  'found-at': { weight: 1.8, kind: 'datetime' },
  item: { weight: 2.6 },
  description: { weight: 3 },
  measure: { weight: 2.4 },
  'due-at': { weight: 1.8, kind: 'datetime' },
  'done-at': { weight: 1.8, kind: 'datetime' },
  'verified-at': { weight: 1.8, kind: 'datetime' },
  lookback: { weight: 2 },
  'repeat-no': { weight: 0.8, kind: 'integer' },
  cost: { weight: 1, kind: 'number' },
}

/** 整改台账: the 27 columns of the rules file, all tasks open in the month. */
export function buildLedger(context: ReportContext): BuiltReport {
  const { call, from, to, t, language } = context
  const { ledger_fields } = readRules(call.ports.content)
  const columns = ledger_fields.map(
    ({ id, zh, en }): ReportColumn => ({
      header: language === 'en' ? en : zh,
      kind: SHAPES[id]?.kind ?? 'text',
      weight: SHAPES[id]?.weight ?? 1.2,
    }),
  )
  const rows = listLedger(call, from, to).map((row) => ledger_fields.map(({ id }) => cellOf(context, row, id)))
  const figures = ledgerFigures(context)
  const sections = [
    { heading: t('reports.section.overview'), blocks: [{ type: 'figures' as const, figures }] },
    { heading: t('reports.section.tasks'), blocks: [{ type: 'table' as const, columns, rows }] },
  ]
  return { document: documentOf(context, sections, { isLandscape: true, hasTyped: false }), figures }
}

export function ledgerFigures({ call, from, to, t }: ReportContext): ReportFigure[] {
  const counts = countLedger(call, from, to)
  const found = { to: 'tasks', filter: { foundFrom: from, foundTo: to } } as const
  const all = { to: 'tasks', filter: { foundTo: to } } as const
  const done = { to: 'tasks', filter: { doneFrom: from, doneTo: to } } as const
  const figure = (
    id: 'tasksAll' | 'tasksNew' | 'tasksClosed' | 'tasksOpen' | 'tasksOverdue' | 'tasksRepeat',
    value: number,
    source: ReportFigure['source'],
  ): ReportFigure => ({
    id,
    label: t(`reports.figure.${id}`),
    value,
    unit: 'count',
    source,
  })
  return [
    figure('tasksAll', counts.all, all),
    figure('tasksNew', counts.found, found),
    figure('tasksClosed', counts.done, done),
    figure('tasksOpen', counts.open, all),
    figure('tasksOverdue', counts.overdue, { to: 'tasks', filter: { foundTo: to, overdue: true } }),
    figure('tasksRepeat', counts.repeats, found),
    {
      id: 'onTimeRate',
      label: t('reports.figure.onTimeRate'),
      value: counts.judged > 0 ? counts.onTime / counts.judged : null,
      unit: 'rate',
      source: done,
    },
  ]
}

function cellOf(context: ReportContext, row: LedgerRow, field: string): ReportCell {
  const { localTime, language, t, call } = context
  const rules = readRules(call.ports.content)
  const name = (list: readonly { id: string; zh: string; en: string }[], id: string | null) => {
    const found = list.find((one) => one.id === id)
    return (language === 'en' ? found?.en : found?.zh) ?? id ?? ''
  }
  const causes = rules.causes.flatMap((group) => [group, ...group.sub])
  const cells: Record<string, () => ReportCell> = {
    no: () => row.no,
    'found-at': () => localTime(row.foundAt),
    source: () => name(rules.sources, row.source),
    'found-by': () => row.foundBy,
    zone: () => (row.zone ? zoneName(context, row.zone) : ''),
    item: () => (language === 'en' ? row.itemText?.en : row.itemText?.zh) ?? '',
    description: () => row.description,
    'before-photo': () => photoCount(row.beforePhotos),
    severity: () => t(`reports.severity.${row.severity}`),
    'repeat-no': () => row.occurrence,
    cause: () => name(causes, row.cause),
    temporary: () => row.temporaryMeasure ?? '',
    measure: () => row.measure ?? '',
    prevention: () => row.prevention ?? '',
    owner: () =>
      row.owner.person?.name ?? row.owner.text ?? (row.owner.queue ? queueName(context, row.owner.queue) : ''),
    cost: () => (row.costFen === null ? '' : row.costFen / FEN_PER_YUAN),
    'co-owner': () => row.coOwner?.name ?? '',
    extension: () =>
      row.extensions > 0
        ? t('rectifications.card.extensionGranted', { count: row.extensions, reason: row.extensionReason ?? '' })
        : '',
    'due-at': () => localTime(row.dueAt),
    'done-at': () => localTime(row.doneAt),
    'after-photo': () => photoCount(row.afterPhotos),
    verifier: () => row.verifier ?? '',
    'verified-at': () => localTime(row.verifiedAt),
    lookback: () =>
      row.lookBacks
        .map(({ on, result }) => `${on}${result === null ? '' : result === 'pass' ? ' ✓' : ' ✗'}`)
        .join('; '),
    accountability: () => accountabilityText(context, row),
    spread: () => spreadText(context, row),
    status: () => name(rules.states, row.state),
  }
  return cells[field]?.() ?? ''
}

/** Levels as they are named in the rules; empty for everybody but the head. */
function accountabilityText({ call, language }: ReportContext, { uid }: LedgerRow): string {
  return accountabilityLevels(call, uid)
    .map((level) => (language === 'en' ? level.en : level.zh))
    .join('; ')
}

function spreadText({ t, localTime }: ReportContext, { spread }: LedgerRow): string {
  if (!spread) return ''
  const { spots, checked, failed, doneAt } = spread
  const words = t('spreadChecks.ledger', { spots, checked, failed })
  return doneAt === null ? words : `${words} ${t('spreadChecks.ledgerDone', { on: String(localTime(doneAt)) })}`
}

function queueName({ t }: ReportContext, queue: string): string {
  return queue === 'device-keeper' || queue === 'safety-officer'
    ? t(`duties.${queue}`)
    : t(`posts.${queue}` as 'posts.teller')
}

function photoCount(count: number): string {
  return count > 0 ? String(count) : ''
}
