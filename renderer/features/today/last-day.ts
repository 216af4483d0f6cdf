import type { PatrolSummary } from '../../../shared/contract/patrols.ts'

type Round = Pick<PatrolSummary, 'kind' | 'round' | 'state' | 'submittedAt'>

/** The last day before today that had rounds, and what became of them; today itself where there is none. */
export interface LastDay {
  on: string
  planned: number
  /** Neither handed in, even late, nor brought in by an import. */
  missed: number
  /** Rounds handed in on it and since. */
  handedIn: number
}

export function lastDayOf(days: readonly { on: string; patrols: readonly Round[] }[], today: string): LastDay {
  const last = days.findLast(({ on, patrols }) => on < today && patrols.length > 0)
  const on = last?.on ?? today
  const since = days.filter((day) => day.on >= on && day.on <= today).flatMap(({ patrols }) => patrols)
  const own = (last?.patrols ?? []).filter(({ kind }) => kind === 'round')
  const isBroughtIn = ({ round }: Round) => last?.patrols.some((one) => one.kind === 'import' && one.round === round)
  return {
    on,
    planned: own.length,
    missed: own.filter((one) => one.state === 'missed' && one.submittedAt === null && !isBroughtIn(one)).length,
    handedIn: since.filter(({ kind, submittedAt }) => kind === 'import' || submittedAt !== null).length,
  }
}
