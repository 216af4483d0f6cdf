import type { Figures } from '../../../shared/contract/figures.ts'
import type { ReportFigure } from '../../../shared/contract/reports.ts'
import type { Trends } from '../../../shared/contract/trends.ts'
import { repeatedWithin } from '../../../shared/domain/repeat-fails.ts'
import { textIn } from '../../../shared/messages/text-in.ts'
import { listRounds, readChecklist } from '../checklists/index.ts'
import { listSummaries, readTrends } from '../patrols/index.ts'
import { type BuiltReport, documentOf, type ReportContext } from './report-context.ts'
import type { ReportBlock, ReportCell, ReportColumn, ReportSection } from './report-model.ts'

const TOP_ITEMS = 10
const REPEAT_DAYS = 7

/** 巡检汇总: by zone, severity, round and day; top ten failed, repeats; completion; who checked. */
export function buildPatrolSummary(context: ReportContext): BuiltReport {
  const { call, from, to, t } = context
  const trends = readTrends(call, { from, to })
  const figures = patrolFigures(context, trends)
  const sections: ReportSection[] = [
    { heading: t('reports.section.overview'), blocks: [{ type: 'figures', figures }, ...runningNote(context)] },
    tableSection(context, 'byRound', roundColumns(context), roundRows(context, trends)),
    tableSection(
      context,
      'byZone',
      [textColumn(t('reports.column.zone'), 3), ...countColumns(context)],
      zoneRows(context, trends),
    ),
    tableSection(context, 'bySeverity', severityColumns(context), severityRows(context, trends)),
    tableSection(context, 'failing', failingColumns(context), failingRows(context, trends.failing.slice(0, TOP_ITEMS))),
    tableSection(context, 'repeats', failingColumns(context), failingRows(context, repeats(trends))),
    tableSection(context, 'checkers', checkerColumns(context), checkerRows(context)),
    tableSection(context, 'byDay', dayColumns(context), dayRows(trends)),
  ]
  return { document: documentOf(context, sections, { isLandscape: false, hasTyped: false }), figures }
}

export function patrolFigures({ t, from, to }: ReportContext, { total }: Trends): ReportFigure[] {
  const { figures, roundsDue, roundsHeld, lateRounds } = total
  const patrols = { to: 'patrols', from, till: to } as const
  const answers = (values: string[]) => ({ to: 'answers', from, till: to, values }) as const
  const all = answers(['pass', 'fixed', 'fail', 'na', 'not-seen'])
  return [
    { id: 'roundsDue', label: t('reports.figure.roundsDue'), value: roundsDue, unit: 'count', source: patrols },
    { id: 'roundsHeld', label: t('reports.figure.roundsHeld'), value: roundsHeld, unit: 'count', source: patrols },
    { id: 'lateRounds', label: t('reports.figure.lateRounds'), value: lateRounds, unit: 'count', source: patrols },
    { id: 'due', label: t('reports.figure.due'), value: figures.due, unit: 'count', source: patrols },
    {
      id: 'completion',
      label: t('reports.figure.completion'),
      value: figures.completion,
      unit: 'rate',
      source: patrols,
    },
    {
      id: 'passRate',
      label: t('reports.figure.passRate'),
      value: figures.passRate,
      unit: 'rate',
      source: answers(['pass', 'fixed', 'fail']),
    },
    {
      id: 'notSeenRate',
      label: t('reports.figure.notSeenRate'),
      value: figures.notSeenRate,
      unit: 'rate',
      source: answers(['not-seen']),
    },
    { id: 'score', label: t('reports.figure.score'), value: figures.score, unit: 'score', source: all },
    { id: 'fail', label: t('reports.figure.fail'), value: figures.fail, unit: 'count', source: answers(['fail']) },
    { id: 'fixed', label: t('reports.figure.fixed'), value: figures.fixed, unit: 'count', source: answers(['fixed']) },
  ]
}

/** Said where rounds of the period are open, since their answers count already. */
export function runningNote({ call, from, to, t }: ReportContext): ReportBlock[] {
  const open = listSummaries(call, from, to).filter(
    ({ state, openedAt, kind }) => kind === 'round' && openedAt !== null && (state === 'running' || state === 'late'),
  )
  return open.length > 0 ? [{ type: 'text', text: t('reports.running', { count: open.length }), isTyped: false }] : []
}

/** Items that failed again within seven days of a fail. */
export function repeats({ failing, itemDays }: Trends): Trends['failing'] {
  const repeated = repeatedWithin(itemDays, REPEAT_DAYS)
  return failing.filter(({ item }) => repeated.has(item))
}

function tableSection(
  { t }: ReportContext,
  name: 'byRound' | 'byZone' | 'bySeverity' | 'failing' | 'repeats' | 'checkers' | 'byDay',
  columns: ReportColumn[],
  rows: ReportCell[][],
): ReportSection {
  return { heading: t(`reports.section.${name}`), blocks: [{ type: 'table', columns, rows }] }
}

export function textColumn(header: string, weight: number): ReportColumn {
  return { header, kind: 'text', weight }
}

function countColumns({ t }: ReportContext): ReportColumn[] {
  const counts = ['due', 'pass', 'fixed', 'fail', 'na', 'notSeen'] as const
  return [
    ...counts.map((name): ReportColumn => ({ header: t(`reports.column.${name}`), kind: 'integer', weight: 1.2 })),
    { header: t('reports.column.completion'), kind: 'percent', weight: 1.4 },
    { header: t('reports.column.passRate'), kind: 'percent', weight: 1.4 },
  ]
}

function counts({ due, pass, fixed, fail, na, notSeen, completion, passRate }: Figures): ReportCell[] {
  return [due, pass, fixed, fail, na, notSeen, completion, passRate]
}

function roundColumns(context: ReportContext): ReportColumn[] {
  const { t } = context
  return [textColumn(t('reports.column.round'), 2), textColumn(t('reports.column.held'), 1.6), ...countColumns(context)]
}

function roundRows({ call, language }: ReportContext, { rounds }: Trends): ReportCell[][] {
  const names = new Map(listRounds(call.database).map((round) => [round.id, language === 'en' ? round.en : round.zh]))
  return rounds
    .filter(({ roundsDue }) => roundsDue > 0)
    .map(({ round, figures, roundsDue, roundsHeld }) => [
      names.get(round) ?? round,
      `${roundsHeld}/${roundsDue}`,
      ...counts(figures),
    ])
}

function zoneRows(context: ReportContext, { zones }: Trends): ReportCell[][] {
  return zones.map(({ zone, figures }) => [zoneName(context, zone), ...counts(figures)])
}

export function zoneName({ call, language }: ReportContext, id: string): string {
  const zone = readChecklist(call.database).zoneById.get(id)
  return (language === 'en' ? zone?.en : zone?.zh) ?? id
}

function severityColumns({ t }: ReportContext): ReportColumn[] {
  return [
    textColumn(t('reports.column.severity'), 2),
    { header: t('reports.column.times'), kind: 'integer', weight: 1 },
    { header: t('reports.column.fixedTimes'), kind: 'integer', weight: 1 },
  ]
}

function severityRows({ t }: ReportContext, { failing }: Trends): ReportCell[][] {
  return (['critical', 'major', 'minor'] as const).map((severity) => {
    const items = failing.filter((item) => item.severity === severity)
    const sum = (field: 'fails' | 'fixed') => items.reduce((total, item) => total + item[field], 0)
    return [t(`reports.severity.${severity}`), sum('fails'), sum('fixed')]
  })
}

function failingColumns({ t }: ReportContext): ReportColumn[] {
  return [
    textColumn(t('reports.column.item'), 5),
    textColumn(t('reports.column.zone'), 2.4),
    textColumn(t('reports.column.severity'), 1.2),
    { header: t('reports.column.times'), kind: 'integer', weight: 1.4 },
    { header: t('reports.column.fixedTimes'), kind: 'integer', weight: 1.6 },
  ]
}

function failingRows(context: ReportContext, failing: Trends['failing']): ReportCell[][] {
  const { language, t } = context
  return failing
    .filter(({ fails }) => fails > 0)
    .map(({ zh, en, zone, severity, fails, fixed }) => [
      textIn({ zh, en }, language),
      zoneName(context, zone),
      t(`reports.severity.${severity}`),
      fails,
      fixed,
    ])
}

function checkerColumns({ t }: ReportContext): ReportColumn[] {
  return [
    textColumn(t('reports.column.checker'), 2),
    { header: t('reports.column.roundsWalked'), kind: 'integer', weight: 1 },
    { header: t('reports.column.late'), kind: 'integer', weight: 1 },
  ]
}

function checkerRows({ call, from, to }: ReportContext): ReportCell[][] {
  const people = new Map<string, { rounds: number; late: number }>()
  for (const { walkedBy, submittedAt, isLateEntry, kind } of listSummaries(call, from, to)) {
    if (!walkedBy || submittedAt === null || kind === 'import') continue
    const one = people.get(walkedBy.name) ?? { rounds: 0, late: 0 }
    people.set(walkedBy.name, { rounds: one.rounds + 1, late: one.late + Number(isLateEntry) })
  }
  return [...people].sort((a, b) => b[1].rounds - a[1].rounds).map(([name, { rounds, late }]) => [name, rounds, late])
}

function dayColumns(context: ReportContext): ReportColumn[] {
  const { t } = context
  return [
    { header: t('reports.column.day'), kind: 'day', weight: 2 },
    textColumn(t('reports.column.held'), 1.4),
    ...countColumns(context),
  ]
}

function dayRows({ days }: Trends): ReportCell[][] {
  return days.map(({ on, figures, roundsDue, roundsHeld }) => [on, `${roundsHeld}/${roundsDue}`, ...counts(figures)])
}
