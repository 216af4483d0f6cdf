import type { DemonstrationGap } from '../../../shared/contract/demonstration.ts'
import type { NumberedItem } from '../checklists/index.ts'
import type { ClauseFile } from './collect-proof.ts'
import type { ProofLine } from './proof-repository.ts'

const MOST_DETAILS = 60
const ENDED = ['verified', 'lookback', 'closed']

interface GapGround {
  /** Those that have begun. */
  months: readonly string[]
  trainings: readonly ProofLine[]
  wordingOf(item: NumberedItem): string
}

/** What an inspector would find missing, clause by clause. */
export function findGaps(
  clauses: readonly ClauseFile[],
  { months, trainings, wordingOf }: GapGround,
): DemonstrationGap[] {
  const trained = new Set(trainings.map(({ on }) => on.slice(0, 7)))
  const untrained = months.filter((month) => !trained.has(month))
  return [
    ...clauses.flatMap((file) => gapsOfClause(file, months, wordingOf)),
    ...(untrained.length > 0 ? [gap(null, 'no-training', untrained)] : []),
  ]
}

function gapsOfClause(
  { clause, items, months, answers, tasks }: ClauseFile,
  begun: readonly string[],
  wordingOf: GapGround['wordingOf'],
): DemonstrationGap[] {
  if (items.length === 0) return [gap(clause, 'no-items', [])]
  const gaps: DemonstrationGap[] = []
  const add = (kind: DemonstrationGap['kind'], details: readonly string[]) => {
    if (details.length > 0) gaps.push(gap(clause, kind, details))
  }
  if (answers.length === 0) gaps.push(gap(clause, 'no-answers', []))
  else {
    add(
      'months-without',
      months.filter(({ month, rounds }) => rounds === 0 && begun.includes(month)).map(({ month }) => month),
    )
    const seen = new Set(answers.filter(({ value }) => value !== 'not-seen').map(({ itemNo }) => itemNo))
    add('never-seen', items.filter(({ no }) => !seen.has(no)).map(wordingOf))
  }
  add(
    'open-tasks',
    tasks.filter(({ state }) => !ENDED.includes(state)).map(({ no }) => no),
  )
  const ended = tasks.filter(({ state, after }) => ENDED.includes(state) && after.length === 0)
  add(
    'no-after-photo',
    ended.filter(({ before }) => before.length > 0).map(({ no }) => no),
  )
  const photographed = new Set(items.filter((item) => item.photo_on_fail).map(({ no }) => no))
  add(
    'no-photo',
    ended.filter(({ before, itemNo }) => before.length === 0 && photographed.has(itemNo)).map(({ no }) => no),
  )
  return gaps
}

function gap(clause: string | null, kind: DemonstrationGap['kind'], details: readonly string[]): DemonstrationGap {
  return { clause, kind, count: details.length, details: details.slice(0, MOST_DETAILS) }
}
