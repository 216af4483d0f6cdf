import type { ChecklistItem } from '../../../../shared/contract/checklists.ts'
import type { Answer, AnswerValue, PatrolSheet } from '../../../../shared/contract/patrols.ts'
import { createOutbox, type Delivered, type OutgoingAnswer } from './outbox.ts'
import { createRoundActions } from './round-actions.ts'
import { bookOf, mergeAnswers } from './round-book.ts'
import { createRoundStore } from './round-store.ts'

export const ME = 'me'

export function anItem(id: string, more: Partial<ChecklistItem> = {}): ChecklistItem {
  return { id, zone: id[0] ?? 'a', severity: 'minor', core: false, photo_on_fail: true, ...more } as ChecklistItem
}

export function anAnswer(item: string, value: AnswerValue, more: Partial<Answer> = {}): Answer {
  const by = { uid: ME, name: 'Me' }
  return {
    item,
    value,
    revision: 1,
    changes: 0,
    note: null,
    reading: null,
    photos: [],
    by,
    seenAt: 1,
    enteredAt: 1,
    ...more,
  }
}

export function aSheet(items: ChecklistItem[], contexts: PatrolSheet['contexts'] = []): PatrolSheet {
  const zones = [...new Set(items.map(({ zone }) => zone))].map((id) => ({ id }))
  const patrol = { uid: 'p', openedAt: 100, isLateEntry: false, windowStart: 50 }
  return { patrol, items, contexts, zones, answers: [], answerableFrom: {}, parameters: {} } as unknown as PatrolSheet
}

/** A round with a stand-in for the service: `fail` makes calls fail, `others` answers came from elsewhere. */
export function aRound(sheet: PatrolSheet) {
  let saved: Answer[] = []
  const sent: OutgoingAnswer[][] = []
  const focused: string[] = []
  const service = { error: undefined as { code: string } | undefined, hold: undefined as Promise<void> | undefined }
  const store = createRoundStore()

  async function send(answers: OutgoingAnswer[]): Promise<Delivered> {
    sent.push(answers)
    await service.hold
    if (service.error) throw service.error
    const result: Delivered = { answers: [], conflicts: [], tasks: [], figures: {} as Delivered['figures'] }
    for (const answer of answers) {
      const before = saved.find(({ item }) => item === answer.item)
      if ((before?.revision ?? 0) !== answer.basedOn) {
        if (before) result.conflicts.push(before)
        continue
      }
      const { item, value, note, reading, photos, basedOn } = answer
      result.answers.push(anAnswer(item, value, { note, reading, photos, revision: basedOn + 1 }))
    }
    saved = mergeAnswers(saved, result.answers)
    return result
  }

  let known: Answer[] = []
  const outbox = createOutbox(store, {
    me: ME,
    now: () => 1,
    send,
    onSaved: ({ answers, conflicts }) => {
      known = mergeAnswers(known, [...answers, ...conflicts])
    },
  })
  const actions = createRoundActions({
    store,
    outbox,
    book: () => bookOf(sheet, known),
    now: () => 1,
    focusNote: () => focused.push('note'),
    focusReading: () => focused.push('reading'),
    leaveFields: () => undefined,
  })
  store.setState({ cursor: sheet.items[0]?.id })
  return {
    store,
    outbox,
    actions,
    service,
    sent,
    focused,
    saved: () => new Map(saved.map((answer) => [answer.item, answer])),
    /** Somebody else's answer that this window has not heard of. */
    others: (answer: Answer) => {
      saved = mergeAnswers(saved, [answer])
    },
    cursor: () => store.getState().cursor,
    settled: () => new Promise((resolve) => setTimeout(resolve, 5)),
  }
}
