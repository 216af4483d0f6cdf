import { SEVERITIES } from '../../../../shared/contract/checklists.ts'
import type { PatrolSummary } from '../../../../shared/contract/patrols.ts'
import { addDays, weekdayOf } from '../../../../shared/domain/business-day.ts'
import { repeatedWithin } from '../../../../shared/domain/repeat-fails.ts'
import { readChecklist } from '../../checklists/index.ts'
import { listAnswersBehind, listSummaries, readTotal, readTrends } from '../../patrols/index.ts'
import type { WallContext, WallReader, WallRowIn, WallRows } from './wall-reader.ts'

const REPEAT_DAYS = 7
const WEEK_DAYS = 7

/** Items only: what was written beside an answer may name somebody. */
export function failsOn({ call }: WallContext, on: string | null, zone?: string): WallRowIn[] {
  if (on === null) return []
  const answers = listAnswersBehind(call, {
    from: on,
    to: on,
    values: ['fail'],
    ...(zone === undefined ? {} : { zone }),
  })
  const { itemById } = readChecklist(call.database)
  const rows = new Map<string, WallRowIn & { count: number; rank: number }>()
  for (const { item, zh, en, zone: of } of answers) {
    const severity = itemById.get(item)?.severity ?? 'minor'
    const known = rows.get(item)
    const rank = SEVERITIES.indexOf(severity)
    rows.set(item, { text: { zh, en }, zone: of, severity, count: (known?.count ?? 0) + 1, rank })
  }
  return [...rows.values()].sort((a, b) => b.rank - a.rank || b.count - a.count).map(({ rank: _rank, ...row }) => row)
}

/** Rounds of these days, handed in or not. A round of today that may still be held is planned, not missed. */
export function roundsBehind({ call }: Pick<WallContext, 'call'>, { from, to }: { from: string; to: string }) {
  const rounds = new Map<string, PatrolSummary[]>()
  for (const one of listSummaries(call, from, to)) {
    if (one.kind === 'recheck') continue
    const key = `${one.on}/${one.round}`
    rounds.set(key, [...(rounds.get(key) ?? []), one])
  }
  const all = [...rounds.values()]
  const held = all.filter((of) => of.some(wasHeld)).length
  const missed = all.filter((of) => of.every((one) => one.state === 'missed' && !wasHeld(one))).length
  // Of several days only what is over: the rounds to come of today say nothing of them.
  return { planned: from === to ? all.length : held + missed, held, missed }
}

/** Handed in, be it late, or brought in by an import. */
const wasHeld = ({ kind, state, submittedAt }: PatrolSummary) =>
  submittedAt !== null || state === 'returned' || kind === 'import'

/** Of the last open day, named, with the rounds that looked. */
function ofDayBefore(context: WallContext, zone?: string): WallRows | null {
  const { before } = context
  if (before === null) return null
  const span = { from: before, to: before }
  return { rows: failsOn(context, before, zone), span, rounds: roundsBehind(context, span) }
}

export const failedYesterday: WallReader = (context) => ofDayBefore(context)
export const failedToday: WallReader = (context) => ({
  rows: failsOn(context, context.on),
  rounds: roundsBehind(context, { from: context.on, to: context.on }),
})
export const staffZoneFails: WallReader = (context) => {
  const found = ofDayBefore(context, context.flow.staff_zone)
  return found && { ...found, rows: found.rows.map(({ zone: _zone, ...row }) => row) }
}

export const repeats: WallReader = ({ call, on }) => {
  const span = { from: addDays(on, -REPEAT_DAYS), to: on }
  const { failing, itemDays } = readTrends(call, span)
  const again = repeatedWithin(itemDays, REPEAT_DAYS)
  return {
    rows: failing
      .filter(({ item }) => again.has(item))
      .map(({ zh, en, zone, severity, fails }) => ({ text: { zh, en }, zone, severity, count: fails })),
    span,
    rounds: roundsBehind({ call }, span),
  }
}

export const roundsStatus: WallReader = ({ call, on }) => ({ rows: listSummaries(call, on, on).map(roundRow) })

export const closingStatus: WallReader = ({ call, on }) => ({
  rows: listSummaries(call, on, on)
    .filter(({ round }) => round === 'closing')
    .map(roundRow),
})

function roundRow({ round, state, submittedAt, figures }: PatrolSummary): WallRowIn {
  return {
    round,
    at: submittedAt,
    status: state,
    isDone: submittedAt !== null,
    isLate: state === 'late' || state === 'missed',
    figure:
      submittedAt === null
        ? null
        : { value: figures.completion, before: null, target: null, unit: 'rate', isMoreBetter: true },
  }
}

/** Done or not, never an amount. A closing round that has not begun says nothing yet. */
export const cashClosing: WallReader = ({ call, on, flow }) => {
  const closing = listSummaries(call, on, on).find(({ round }) => round === 'closing')
  if (!closing) return null
  const checked = new Map(
    listAnswersBehind(call, { from: on, to: on, round: 'closing', values: ['pass', 'fixed', 'na', 'fail'] }).map(
      ({ item, value }) => [item, value],
    ),
  )
  const { itemById } = readChecklist(call.database)
  return {
    rows: flow.cash_closing_items.flatMap((id) => {
      const item = itemById.get(id)
      if (!item?.isOn) return []
      const value = checked.get(id)
      const isDone = value !== undefined && value !== 'fail'
      return [{ text: { zh: item.zh, en: item.en }, isDone, isLate: value === 'fail' }]
    }),
  }
}

/** Monday to Sunday before the day, and the week before that one. */
export function lastWeeks(on: string) {
  const monday = addDays(on, 1 - weekdayOf(on) - WEEK_DAYS)
  return {
    last: { from: monday, to: addDays(monday, WEEK_DAYS - 1) },
    earlier: { from: addDays(monday, -WEEK_DAYS), to: addDays(monday, -1) },
  }
}

export const weekPassRate: WallReader = ({ call, on, flow }) => {
  const { last, earlier } = lastWeeks(on)
  const now = readTrends(call, last)
  const then = new Map(readTrends(call, earlier).zones.map(({ zone, figures }) => [zone, figures.passRate]))
  const total = readTotal(call, earlier.from, earlier.to).figures.passRate
  const rate = (value: number | null, before: number | null) => ({
    figure: { value, before, target: null, unit: 'rate' as const, isMoreBetter: true },
  })
  return {
    head: { text: flow.whole, ...rate(now.total.figures.passRate, total) },
    rows: now.zones
      .filter(({ figures }) => figures.passRate !== null)
      .sort((a, b) => (a.figures.passRate ?? 0) - (b.figures.passRate ?? 0))
      .map(({ zone, figures }) => ({ zone, ...rate(figures.passRate, then.get(zone) ?? null) })),
    span: last,
    rounds: roundsBehind({ call }, last),
  }
}
