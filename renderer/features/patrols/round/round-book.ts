import type { ChecklistItem } from '../../../../shared/contract/checklists.ts'
import type { Answer, ItemContext, PatrolSheet } from '../../../../shared/contract/patrols.ts'

/** A sheet and its newest answers, indexed. Made anew when either changes; answers keep their identity. */
export interface RoundBook {
  sheet: PatrolSheet
  answers: ReadonlyMap<string, Answer>
  contexts: ReadonlyMap<string, ItemContext>
  itemById: ReadonlyMap<string, ChecklistItem>
}

export const FILTERS = ['all', 'unanswered', 'failed', 'core'] as const
export type Filter = (typeof FILTERS)[number]

export function bookOf(sheet: PatrolSheet, answers: readonly Answer[]): RoundBook {
  return {
    sheet,
    answers: new Map(answers.map((answer) => [answer.item, answer])),
    contexts: new Map(sheet.contexts.map((context) => [context.item, context])),
    itemById: new Map(sheet.items.map((item) => [item.id, item])),
  }
}

/** Newest revision of each item wins; an answer that did not change keeps its identity. */
export function mergeAnswers(known: readonly Answer[], arriving: readonly Answer[]): Answer[] {
  const merged = new Map(known.map((answer) => [answer.item, answer]))
  for (const answer of arriving) {
    const before = merged.get(answer.item)
    if (!before || before.revision < answer.revision) merged.set(answer.item, answer)
  }
  return [...merged.values()]
}

export interface Counts {
  due: number
  answered: number
  pass: number
  fixed: number
  fail: number
  na: number
  'not-seen': number
}

export function countAnswers(items: readonly ChecklistItem[], answers: RoundBook['answers']): Counts {
  const counts: Counts = { due: items.length, answered: 0, pass: 0, fixed: 0, fail: 0, na: 0, 'not-seen': 0 }
  for (const { id } of items) {
    const answer = answers.get(id)
    if (!answer) continue
    counts.answered += 1
    counts[answer.value] += 1
  }
  return counts
}

/** Known: the task stood open before this round could open it or bring it back. */
export function isKnownDefect(context: ItemContext | undefined, { patrol }: PatrolSheet): boolean {
  if (!context?.openTask) return false
  const begin = patrol.isLateEntry ? patrol.windowStart : (patrol.openedAt ?? Number.POSITIVE_INFINITY)
  return context.openTask.openSince < begin
}

/** The instant before which nobody can see what the item asks; undefined when it can be seen now. */
export function answerableOnlyFrom({ answerableFrom }: PatrolSheet, item: string, now: number): number | undefined {
  const from = answerableFrom[item]
  return from !== undefined && from > now ? from : undefined
}

/** The next item that is not done, from the one after `from`, going round; undefined when all are done. */
export function nextOpenItem(
  items: readonly ChecklistItem[],
  isDone: (id: string) => boolean,
  from: string | undefined,
): string | undefined {
  const start = items.findIndex(({ id }) => id === from) + 1
  for (let step = 0; step < items.length; step += 1) {
    const item = items[(start + step) % items.length]
    if (item && !isDone(item.id)) return item.id
  }
  return undefined
}

/** Where somebody left off: after the own newest answer, else at the first item without one. */
export function resumeAt({ sheet, answers }: RoundBook, me: string, now: number): string | undefined {
  const own = [...answers.values()].filter(({ by }) => by.uid === me)
  const newest = own.reduce<Answer | undefined>(
    (last, one) => (!last || one.enteredAt >= last.enteredAt ? one : last),
    undefined,
  )
  const isDone = (id: string) => answers.has(id) || answerableOnlyFrom(sheet, id, now) !== undefined
  return nextOpenItem(sheet.items, isDone, newest?.item) ?? sheet.items[0]?.id
}

/** What "the rest passes" may pass: unanswered, no known defect, nothing to measure. */
export function restOfZone({ sheet, answers, contexts }: RoundBook, zone: string, isBegun: (id: string) => boolean) {
  const open = sheet.items.filter((item) => item.zone === zone && !answers.has(item.id) && !isBegun(item.id))
  const passing = open.filter((item) => !item.reading && !isKnownDefect(contexts.get(item.id), sheet))
  return { passing, left: open.length - passing.length }
}

/** Who else has taken the zone. */
export function otherWalker({ zones }: PatrolSheet, zone: string, me: string): string | undefined {
  const assignee = zones.find(({ id }) => id === zone)?.assignee
  return assignee && assignee.uid !== me ? assignee.name : undefined
}

export interface Section {
  zone: PatrolSheet['zones'][number]
  items: ChecklistItem[]
}

/** Without a filter one zone; with one every zone that has something to show. */
export function sectionsOf(
  { sheet, answers }: RoundBook,
  filter: Filter,
  zone: string | undefined,
  isBegun: (id: string) => boolean,
): Section[] {
  const shows = (item: ChecklistItem) => {
    if (filter === 'all') return item.zone === zone
    if (filter === 'core') return item.core
    if (filter === 'failed') return answers.get(item.id)?.value === 'fail'
    return !answers.has(item.id) || isBegun(item.id)
  }
  return sheet.zones
    .map((one) => ({ zone: one, items: sheet.items.filter((item) => item.zone === one.id && shows(item)) }))
    .filter(({ items }) => items.length > 0)
}
