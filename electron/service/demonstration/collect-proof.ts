import type { Database } from 'better-sqlite3'
import { type ClauseProof, type DemonstrationGap, MOST_PHOTOS } from '../../../shared/contract/demonstration.ts'
import { instantOf, monthOf, monthRange } from '../../../shared/domain/business-day.ts'
import { countAnswer, EMPTY_TALLY, figuresOf, type Tally } from '../../../shared/domain/patrol-figures.ts'
import type { Language } from '../../../shared/messages/language.ts'
import { textIn } from '../../../shared/messages/text-in.ts'
import { type NumberedItem, readChecklist } from '../checklists/index.ts'
import { photosOfTask } from '../rectifications/index.ts'
import { readZone } from '../settings/index.ts'
import { itemsByClause } from './clauses.ts'
import { findGaps } from './find-gaps.ts'
import {
  countMeetings,
  listProofAnswers,
  listProofAwards,
  listProofLines,
  listProofTasks,
  type ProofAnswer,
  type ProofAward,
  type ProofLine,
  type ProofTask,
} from './proof-repository.ts'

export interface ProofWish {
  /** Months, both whole. */
  from: string
  to: string
  clauses: readonly string[] | null
  language: Language
}

export interface TaskProof extends ProofTask {
  before: string[]
  after: string[]
}

export interface MonthProof {
  month: string
  rounds: number
  tally: Tally
}

/** Everything on record for one clause. */
export interface ClauseFile {
  clause: string
  items: readonly NumberedItem[]
  months: MonthProof[]
  answers: ProofAnswer[]
  tasks: TaskProof[]
  lines: ProofLine[]
  proof: ClauseProof
}

export interface Demonstration {
  from: string
  to: string
  today: string
  months: string[]
  clauses: ClauseFile[]
  /** Drills and quizzes of signed meetings. */
  trainings: ProofLine[]
  meetingsByMonth: Map<string, number>
  awards: ProofAward[]
  gaps: DemonstrationGap[]
  /** Photos that the file holds, and those beyond its bound. */
  photos: number
  photosLeftOut: number
}

/** Reads what the records hold for each clause; every row keeps the day, round or number it can be found by. */
export function collectProof(database: Database, wish: ProofWish, today: string): Demonstration {
  const { from } = monthRange(wish.from)
  const { to } = monthRange(wish.to)
  const months = monthsBetween(wish.from, wish.to)
  const byClause = itemsByClause(readChecklist(database).items)
  const wanted = wish.clauses ?? [...byClause.keys()]
  const itemNos = [...new Set(wanted.flatMap((clause) => (byClause.get(clause) ?? []).map(({ no }) => no)))]
  const answers = grouped(listProofAnswers(database, itemNos, from, to))
  const zone = readZone(database)
  const tasks = grouped(readTasks(database, itemNos, instantOf(from, 0, zone), instantOf(to, 24 * 60, zone)))
  const lines = listProofLines(database, from, to)
  const trainings = lines.filter(({ capture }) => capture === 'drill-result' || capture === 'quiz')
  const clauses = wanted.map((clause) => {
    const items = byClause.get(clause) ?? []
    return clauseFile(clause, items, months, { answers, tasks, lines })
  })
  const gaps = findGaps(clauses, {
    months: months.filter((month) => month <= monthOf(today)),
    trainings,
    wordingOf: (item) => textIn(item, wish.language),
  })
  const photosLeftOut = leavePhotosOut(clauses)
  for (const { clause, proof } of clauses) proof.gaps = gaps.filter((gap) => gap.clause === clause).length
  const photos = new Set(clauses.flatMap((file) => file.tasks.flatMap(({ before, after }) => [...before, ...after])))
    .size
  return {
    from: wish.from,
    to: wish.to,
    today,
    months,
    clauses,
    trainings,
    meetingsByMonth: countMeetings(database, from, to),
    awards: listProofAwards(database, from, to),
    gaps,
    photos,
    photosLeftOut,
  }
}

function readTasks(database: Database, itemNos: readonly number[], fromAt: number, untilAt: number): TaskProof[] {
  return listProofTasks(database, itemNos, fromAt, untilAt).map((task) => ({
    ...task,
    ...photosOfTask(database, task.id),
  }))
}

interface Records {
  answers: ReadonlyMap<number, ProofAnswer[]>
  tasks: ReadonlyMap<number, TaskProof[]>
  lines: readonly ProofLine[]
}

function clauseFile(
  clause: string,
  items: readonly NumberedItem[],
  months: readonly string[],
  records: Records,
): ClauseFile {
  const answers = items
    .flatMap(({ no }) => records.answers.get(no) ?? [])
    .sort((one, other) => one.on.localeCompare(other.on) || one.roundNo - other.roundNo || one.itemNo - other.itemNo)
  const tasks = items
    .flatMap(({ no }) => records.tasks.get(no) ?? [])
    .map((task) => ({ ...task }))
    .sort((one, other) => one.foundAt - other.foundAt || one.id - other.id)
  const ids = new Set(tasks.map(({ id }) => id))
  const lines = records.lines.filter(({ taskId }) => taskId !== null && ids.has(taskId))
  const severities = new Map(items.map(({ no, severity }) => [no, severity]))
  const total = { ...EMPTY_TALLY }
  const byMonth = new Map(months.map((month) => [month, { rounds: new Set<number>(), tally: { ...EMPTY_TALLY } }]))
  for (const { on, patrolId, itemNo, value } of answers) {
    const month = byMonth.get(monthOf(on))
    const severity = severities.get(itemNo) ?? 'minor'
    month?.rounds.add(patrolId)
    if (month) countAnswer(month.tally, value, severity, 1)
    countAnswer(total, value, severity, 1)
  }
  return {
    clause,
    items,
    months: [...byMonth].map(([month, { rounds, tally }]) => ({ month, rounds: rounds.size, tally })),
    answers,
    tasks,
    lines,
    proof: {
      clause,
      items: items.length,
      rounds: new Set(answers.map(({ patrolId }) => patrolId)).size,
      answers: answers.length,
      passRate: figuresOf(total).passRate,
      tasks: tasks.length,
      photos: tasks.reduce((sum, { before, after }) => sum + before.length + after.length, 0),
      meetings: lines.length,
      gaps: 0,
    },
  }
}

/** Keeps the newest tasks' photos of every clause in turn, so that no clause goes without while another has many. */
function leavePhotosOut(clauses: readonly ClauseFile[]): number {
  const kept = new Set<string>()
  const all = new Set<string>()
  const queues = clauses.map(({ tasks }) => [...tasks].reverse().filter(hasPhotos))
  for (const { before, after } of queues.flat()) for (const hash of [...before, ...after]) all.add(hash)
  for (let turn = 0; queues.some((queue) => turn < queue.length); turn++) {
    for (const queue of queues) {
      const task = queue[turn]
      if (!task) continue
      const more = [...task.before, ...task.after].filter((hash) => !kept.has(hash))
      if (kept.size + new Set(more).size <= MOST_PHOTOS) for (const hash of more) kept.add(hash)
    }
  }
  for (const { tasks } of clauses) {
    for (const task of tasks) {
      task.before = task.before.filter((hash) => kept.has(hash))
      task.after = task.after.filter((hash) => kept.has(hash))
    }
  }
  return all.size - kept.size
}

function hasPhotos({ before, after }: TaskProof): boolean {
  return before.length + after.length > 0
}

function grouped<T extends { itemNo: number }>(rows: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const row of rows) {
    const group = groups.get(row.itemNo)
    if (group) group.push(row)
    else groups.set(row.itemNo, [row])
  }
  return groups
}

function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  for (let [year = 0, month = 0] = from.split('-').map(Number); ; month++) {
    if (month > 12) [year, month] = [year + 1, 1]
    const name = `${year}-${String(month).padStart(2, '0')}`
    if (name > to) return months
    months.push(name)
  }
}
