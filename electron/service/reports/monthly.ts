import type { ReportFigure } from '../../../shared/contract/reports.ts'
import type { Trends } from '../../../shared/contract/trends.ts'
import { monthRange } from '../../../shared/domain/business-day.ts'
import { textIn } from '../../../shared/messages/text-in.ts'
import { readChecklist } from '../checklists/index.ts'
import { statement } from '../database/statements.ts'
import { readTrends } from '../patrols/index.ts'
import { listLedger } from '../rectifications/index.ts'
import { recordedUptime } from './devices.ts'
import { readTargets, targetText } from './indicator-targets.ts'
import { ledgerFigures } from './ledger.ts'
import { patrolFigures, repeats, runningNote, textColumn } from './patrol-summary.ts'
import { type BuiltReport, documentOf, type ReportContext, reportContext } from './report-context.ts'
import { formatFigure, type ReportBlock, type ReportSection } from './report-model.ts'

const LONGEST_WAIT_ITEM = 'waiting.wait-time'
const PROBLEMS = 3
const TEXTS = ['problems', 'actions', 'help', 'highlights'] as const
const TYPED_RATES = { uptime: 'machine-uptime', complaintReply: 'complaint-reply' } as const

/** What people may type into the monthly report, in order. */
export function monthlyFields(context: ReportContext) {
  const { t, month } = context
  const isRecorded = recordedUptime(context, month) !== undefined
  const all = Object.keys(TYPED_RATES) as (keyof typeof TYPED_RATES)[]
  const rates = all.filter((id) => id !== 'uptime' || !isRecorded)
  return [
    ...rates.map((id) => ({ id, label: t(`reports.field.${id}`), isLong: false, isNumber: true })),
    ...TEXTS.map((id) => ({ id, label: t(`reports.field.${id}`), isLong: true, isNumber: false })),
  ]
}

/** 服务工作月报: five indicators with last month and target, three problems, three actions, help wanted. */
export function buildMonthly(context: ReportContext): BuiltReport {
  const { call, t, from, to } = context
  const last = reportContext(call, 'monthly', context.lastMonth, context.language)
  const trends = readTrends(call, { from, to })
  const now = indicators(context, trends)
  const before = indicators(last, readTrends(call, { from: last.from, to: last.to }))
  const more = [...patrolFigures(context, trends), ...ledgerFigures(context)]
  const sections: ReportSection[] = [
    { heading: t('reports.section.board'), blocks: [boardTable(context, now, before)] },
    { heading: t('reports.section.more'), blocks: [{ type: 'figures', figures: more }, ...runningNote(context)] },
    ...TEXTS.map((id) => ({
      heading: t(`reports.section.${id}`),
      blocks: [textBlock(context, id, id === 'problems' ? suggestProblems(context, trends) : '')],
    })),
    { heading: t('reports.section.overdue'), blocks: [overdueTable(context)] },
  ]
  const hasTyped = Object.keys(context.typed).length > 0
  const seen = new Set(now.map(({ id }) => id))
  return {
    document: documentOf(context, sections, { isLandscape: false, hasTyped }),
    figures: [...now, ...more.filter(({ id }) => !seen.has(id))],
  }
}

/** The five-indicator board of the indicators file; uptime is typed where no device is on record, complaint replies until their records exist. */
function indicators(context: ReportContext, trends: Trends): ReportFigure[] {
  const { t, from, to } = context
  const fails: ReportFigure['source'] = { to: 'answers', from, till: to, values: ['fail'] }
  const failed = trends.failing.filter((item) => item.fails > 0).length
  return [
    {
      id: 'passRate',
      label: t('reports.figure.passRate'),
      value: trends.total.figures.passRate,
      unit: 'rate',
      source: { to: 'answers', from, till: to, values: ['pass', 'fixed', 'fail'] },
    },
    {
      id: 'repeatRate',
      label: t('reports.figure.repeatRate'),
      value: failed > 0 ? repeats(trends).length / failed : null,
      unit: 'rate',
      source: fails,
    },
    uptimeFigure(context),
    {
      id: 'longestWait',
      label: t('reports.figure.longestWait'),
      value: longestWait(context),
      unit: 'minutes',
      source: { to: 'answers', from, till: to, item: LONGEST_WAIT_ITEM, values: ['pass', 'fixed', 'fail'] },
    },
    typedRate(context, 'complaintReply'),
  ]
}

/** From the records; where no device is on record, what a person typed, and marked so. */
function uptimeFigure(context: ReportContext): ReportFigure {
  const { t, month } = context
  const value = recordedUptime(context, month)
  if (value === undefined) return typedRate(context, 'uptime')
  return { id: 'uptime', label: t('reports.figure.uptime'), value, unit: 'rate', source: { to: 'devices', month } }
}

function typedRate({ t, typed }: ReportContext, id: keyof typeof TYPED_RATES): ReportFigure {
  const value = Number(typed[id])
  const isTyped = typed[id] !== undefined && Number.isFinite(value)
  return {
    id,
    label: t(`reports.figure.${id}`),
    value: isTyped ? value / 100 : null,
    unit: 'rate',
    source: { to: 'typed', field: id },
  }
}

/** Largest reading of the waiting-time item, in minutes. */
function longestWait({ call, from, to }: ReportContext): number | null {
  const item = readChecklist(call.database).itemById.get(LONGEST_WAIT_ITEM)
  if (!item) return null
  const value = statement(
    call.database,
    `SELECT max(reading) FROM patrol JOIN patrol_remark ON patrol_id = patrol.id AND item_no = ?
     WHERE "on" BETWEEN ? AND ?`,
  )
    .pluck()
    .get(item.no, from, to)
  return typeof value === 'number' ? value : null
}

function boardTable({ t, call }: ReportContext, now: ReportFigure[], before: ReportFigure[]): ReportBlock {
  const targets = readTargets(call.ports.content)
  const text = (figure: ReportFigure | undefined) => {
    if (!figure) return t('reports.none')
    if (figure.value === null) return t(figure.source.to === 'typed' ? 'reports.notTyped' : 'reports.none')
    const mark = figure.source.to === 'typed' ? t('reports.typedMark') : ''
    return formatFigure(figure, t) + mark
  }
  return {
    type: 'table',
    columns: [
      textColumn(t('reports.column.indicator'), 3),
      textColumn(t('reports.column.thisMonth'), 2),
      textColumn(t('reports.column.lastMonth'), 2),
      textColumn(t('reports.column.target'), 1.4),
    ],
    rows: now.map((figure) => [
      figure.label,
      text(figure),
      text(before.find(({ id }) => id === figure.id)),
      targetText(targets, figure.id, t),
    ]),
  }
}

function textBlock({ typed, t }: ReportContext, id: (typeof TEXTS)[number], suggestion: string): ReportBlock {
  const text = typed[id]
  return { type: 'text', text: text ?? (suggestion || t('reports.notTyped')), isTyped: text !== undefined }
}

function suggestProblems({ t, language }: ReportContext, { failing }: Trends): string {
  return failing
    .filter(({ fails }) => fails > 0)
    .slice(0, PROBLEMS)
    .map((row, index) => {
      const { fails } = row
      return `${index + 1}. ${t('reports.suggestedProblem', { item: textIn(row, language), fails })}`
    })
    .join('\n')
}

function overdueTable({ t, call, from, to, localTime }: ReportContext): ReportBlock {
  const { to: monthEnd } = monthRange(to.slice(0, 7))
  const rows = listLedger(call, from, monthEnd).filter(({ isOverdue }) => isOverdue)
  return {
    type: 'table',
    columns: [
      textColumn(t('reports.column.no'), 2),
      textColumn(t('reports.column.description'), 4),
      textColumn(t('reports.column.owner'), 1.4),
      { header: t('reports.column.dueAt'), kind: 'datetime', weight: 2 },
    ],
    rows: rows.map(({ no, description, owner, dueAt }) => [
      no,
      description,
      owner.person?.name ?? owner.text ?? '',
      localTime(dueAt),
    ]),
  }
}
