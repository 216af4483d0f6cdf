import { createStore } from 'zustand/vanilla'
import type { Answer, Answered, AnswerValue } from '../../../../shared/contract/patrols.ts'
import type { Filter } from './round-book.ts'

/** What somebody wants an item to say. */
export interface Choice {
  value: AnswerValue
  note: string | null
  reading: number | null
  photos: string[]
}

/** Begun but not yet an answer: a note without a value, "fixed" without words, a pass that waits for its reading. */
export type Draft = Omit<Choice, 'value'> & { value: AnswerValue | undefined }

/** queued and sending: on the way; waiting: the service is out of reach; refused: it said no. */
export interface Pending extends Choice {
  basedOn: number
  seenAt: number | undefined
  state: 'queued' | 'sending' | 'waiting' | 'refused'
  error?: unknown
  /** Chosen while this one was on its way. */
  next?: Choice
}

export interface Conflict {
  mine: Choice
  theirs: Answer
}

export interface RoundState {
  cursor: string | undefined
  /** The last answer of a zone carried the person on to another one: an arrow pressed out of habit must not skip it. */
  isCarriedOn: boolean
  filter: Filter
  drafts: Readonly<Record<string, Draft>>
  pending: Readonly<Record<string, Pending>>
  conflicts: Readonly<Record<string, Conflict>>
  /** Passed in bulk and taken back: to be looked at although they have an answer. */
  lookAgain: ReadonlySet<string>
  tasks: Readonly<Record<string, Answered['tasks'][number]>>
  savedAt: number | undefined
  /** For late entry: undefined asks, null means "when entered". */
  seenAt: number | null | undefined
  /** A reading that cannot pass. */
  readingProblem: string | undefined
}

export function createRoundStore() {
  return createStore<RoundState>(() => ({
    cursor: undefined,
    isCarriedOn: false,
    filter: 'all',
    drafts: {},
    pending: {},
    conflicts: {},
    lookAgain: new Set<string>(),
    tasks: {},
    savedAt: undefined,
    seenAt: undefined,
    readingProblem: undefined,
  }))
}

export type RoundStore = ReturnType<typeof createRoundStore>

export function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  const { [key]: _gone, ...rest } = record
  return rest
}

/** What the item says as far as this window knows: the wish on its way, else the saved answer. */
export function shownChoice(pending: Pending | undefined, answer: Answer | undefined): Choice | undefined {
  return pending?.next ?? pending ?? answer
}

export function sameChoice(a: Choice, b: Choice): boolean {
  return (
    a.value === b.value &&
    (a.note ?? '') === (b.note ?? '') &&
    a.reading === b.reading &&
    a.photos.join() === b.photos.join()
  )
}
