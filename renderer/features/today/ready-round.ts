import type { PatrolSummary } from '../../../shared/contract/patrols.ts'

/**
 * The round to walk now, of a day's rounds in their order: what somebody walks already, what was given back, what is due,
 * then the last of the late ones: in the evening the closing can still be seen, the opening no more.
 */
export function readyRound(patrols: readonly PatrolSummary[]): PatrolSummary | undefined {
  const own = patrols.filter(({ kind }) => kind !== 'import')
  const first = (state: PatrolSummary['state']) => own.find((patrol) => patrol.state === state)
  const late = own.filter(({ state }) => state === 'late')
  return (
    first('running') ??
    first('returned') ??
    late.find(({ openedAt }) => openedAt !== null) ??
    first('due') ??
    late.at(-1)
  )
}
