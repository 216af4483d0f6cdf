import type { Answer, Answered, AnswerValue } from '../../../../shared/contract/patrols.ts'
import { type Choice, type Pending, type RoundStore, sameChoice, without } from './round-store.ts'

export interface OutgoingAnswer extends Choice {
  item: string
  value: AnswerValue
  basedOn: number
  seenAt?: number
}

/** What became of the answers of one call. */
export interface Delivered extends Pick<Answered, 'conflicts' | 'tasks' | 'figures'> {
  answers: Answer[]
}

export interface OutboxPorts {
  send(answers: OutgoingAnswer[]): Promise<Delivered>
  onSaved(result: Delivered): void
  now(): number
  /** Uid of the person who answers here. */
  me: string
}

const MOST_AT_ONCE = 300
/** The connection or the sign-in is missing, not the answer at fault. */
const PASSING = new Set(['service-unavailable', 'timed-out', 'not-signed-in', 'storage-unavailable', 'storage-full'])

/**
 * Sends answers in the order they were given, one call at a time, whatever has gathered meanwhile in one call.
 * An answer leaves `pending` only when the service has said that it is saved.
 */
export function createOutbox(store: RoundStore, ports: OutboxPorts) {
  let isBusy = false

  function put(item: string, change: (before: Pending | undefined) => Pending): void {
    store.setState(({ pending }) => ({ pending: { ...pending, [item]: change(pending[item]) } }))
  }

  function answer(item: string, choice: Choice, basedOn: number, seenAt: number | undefined): void {
    put(item, (before) => {
      if (before?.state === 'sending') return { ...before, next: choice }
      return { ...choice, basedOn: before?.basedOn ?? basedOn, seenAt, state: 'queued' }
    })
    void pump()
  }

  /** Sends again what the service could not take; a second arrival of the same answer is recognised below. */
  function retry(): void {
    for (const [item, { state }] of Object.entries(store.getState().pending)) {
      if (state === 'waiting') put(item, (before) => ({ ...(before as Pending), state: 'queued' }))
    }
    void pump()
  }

  async function pump(): Promise<void> {
    if (isBusy) return
    isBusy = true
    try {
      for (let batch = nextBatch(); batch.length > 0; batch = nextBatch()) await deliver(batch)
    } finally {
      isBusy = false
    }
  }

  function nextBatch(): string[] {
    const queued = Object.entries(store.getState().pending).filter(([, { state }]) => state === 'queued')
    return queued.slice(0, MOST_AT_ONCE).map(([item]) => item)
  }

  async function deliver(items: string[]): Promise<void> {
    for (const item of items) put(item, (before) => ({ ...(before as Pending), state: 'sending' }))
    try {
      settle(await ports.send(items.map(outgoing)))
    } catch (error) {
      const code = (error as { code?: string } | null)?.code ?? 'internal'
      if (PASSING.has(code)) for (const item of items) keep(item, 'waiting', error)
      else if (items.length === 1) keep(items[0] as string, 'refused', error)
      else for (const item of items) await deliver([item])
    }
  }

  function keep(item: string, state: Pending['state'], error: unknown): void {
    put(item, (before) => {
      const { next, ...rest } = before as Pending
      return { ...rest, ...next, state, error }
    })
  }

  function outgoing(item: string): OutgoingAnswer {
    const { value, note, reading, photos, basedOn, seenAt } = store.getState().pending[item] as Pending
    return { item, value, note, reading, photos, basedOn, ...(seenAt === undefined ? {} : { seenAt }) }
  }

  function settle(result: Delivered): void {
    ports.onSaved(result)
    for (const answered of result.answers) finish(answered)
    for (const theirs of result.conflicts) {
      const mine = store.getState().pending[theirs.item]
      if (!mine) continue
      // An answer whose confirmation was lost meets itself when it is sent again.
      if (theirs.by.uid === ports.me && sameChoice(theirs, mine)) finish(theirs)
      else {
        store.setState(({ pending, conflicts }) => ({
          pending: without(pending, theirs.item),
          conflicts: { ...conflicts, [theirs.item]: { mine: mine.next ?? mine, theirs } },
        }))
      }
    }
    const tasks = Object.fromEntries(result.tasks.map((task) => [task.item, task]))
    store.setState((state) => ({ tasks: { ...state.tasks, ...tasks }, savedAt: ports.now() }))
  }

  function finish({ item, revision }: Answer): void {
    const entry = store.getState().pending[item]
    if (entry?.next)
      put(item, () => ({ ...(entry.next as Choice), basedOn: revision, seenAt: entry.seenAt, state: 'queued' }))
    else store.setState(({ pending }) => ({ pending: without(pending, item) }))
  }

  return { answer, retry }
}

export type Outbox = ReturnType<typeof createOutbox>
