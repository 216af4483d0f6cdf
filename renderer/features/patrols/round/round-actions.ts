import type { ChecklistItem } from '../../../../shared/contract/checklists.ts'
import type { AnswerValue } from '../../../../shared/contract/patrols.ts'
import { readingProblem } from '../../../../shared/domain/reading-limits.ts'
import type { Outbox } from './outbox.ts'
import { answerableOnlyFrom, isKnownDefect, nextOpenItem, type RoundBook, restOfZone } from './round-book.ts'
import { type Choice, type Draft, type RoundStore, sameChoice, shownChoice, without } from './round-store.ts'

export interface ActionPorts {
  store: RoundStore
  outbox: Outbox
  /** The newest book; undefined before the sheet has arrived. */
  book(): RoundBook
  /** UTC milliseconds. */
  now(): number
  focusNote(): void
  focusReading(): void
  leaveFields(): void
}

const CARRIES_NOTE: readonly AnswerValue[] = ['fixed', 'fail']

/** What keys and clicks do in a round that is open. */
export function createRoundActions({ store, outbox, book, now, focusNote, focusReading, leaveFields }: ActionPorts) {
  const shown = (id: string) => shownChoice(store.getState().pending[id], book().answers.get(id))

  function isDone(id: string): boolean {
    const { lookAgain, drafts, pending } = store.getState()
    if (lookAgain.has(id) || drafts[id]?.value !== undefined) return false
    return book().answers.has(id) || pending[id] !== undefined
  }

  /** Nothing to do about it now: done, or not to be seen yet. */
  const isSettled = (id: string) => isDone(id) || answerableOnlyFrom(book().sheet, id, now()) !== undefined

  function moveTo(id: string | undefined): void {
    if (id !== undefined) store.setState({ cursor: id, isCarriedOn: false, readingProblem: undefined })
  }

  const zoneOf = (id: string | undefined) => book().itemById.get(id ?? '')?.zone

  /** To the first item of a zone that waits for an answer, else to its first. */
  function openZone(zone: string): void {
    const ofZone = book().sheet.items.filter((one) => one.zone === zone)
    store.setState({ filter: 'all' })
    moveTo((ofZone.find(({ id }) => !isSettled(id)) ?? ofZone[0])?.id)
  }

  function advance(): void {
    leaveFields()
    const from = store.getState().cursor
    moveTo(nextOpenItem(book().sheet.items, isSettled, from))
    store.setState(({ cursor }) => ({ isCarriedOn: zoneOf(cursor) !== zoneOf(from) }))
  }

  /** One zone on or back; "on" straight after being carried on means the zone that is already shown. */
  function stepZone(by: 1 | -1): void {
    const { cursor, isCarriedOn } = store.getState()
    if (by === 1 && isCarriedOn) {
      moveTo(cursor)
      return
    }
    const { zones, items } = book().sheet
    const target = zones[zones.findIndex(({ id }) => id === zoneOf(cursor)) + by]
    if (target) moveTo(items.find((item) => item.zone === target.id)?.id)
  }

  function submitChoice(id: string, choice: Choice): void {
    const { seenAt, lookAgain } = store.getState()
    const rest = new Set(lookAgain)
    rest.delete(id)
    store.setState(({ drafts, conflicts }) => ({
      drafts: without(drafts, id),
      conflicts: without(conflicts, id),
      lookAgain: rest,
      readingProblem: undefined,
    }))
    const before = book().answers.get(id)
    outbox.answer(id, choice, before?.revision ?? 0, seenAt ?? undefined)
  }

  function keepDraft(id: string, draft: Draft): void {
    store.setState(({ drafts }) => ({ drafts: { ...drafts, [id]: draft } }))
  }

  function choiceFor(item: ChecklistItem, value: AnswerValue): Choice {
    const draft = store.getState().drafts[item.id]
    const before = shown(item.id)
    const keeps = before && CARRIES_NOTE.includes(before.value) && CARRIES_NOTE.includes(value)
    const carried = keeps || before?.value === value ? before : undefined
    return {
      value,
      note: draft?.note ?? carried?.note ?? null,
      reading: draft?.reading ?? before?.reading ?? null,
      photos: draft && draft.photos.length > 0 ? draft.photos : (carried?.photos ?? []),
    }
  }

  /** A key or a click on one of the five. */
  function answer(id: string, value: AnswerValue): void {
    const item = book().itemById.get(id)
    if (!item) return
    moveTo(id)
    const choice = choiceFor(item, value)
    const needsWords = value === 'fixed' && !choice.note && choice.photos.length === 0
    const needsReading = value === 'pass' && item.reading !== undefined && choice.reading === null
    if (needsWords || needsReading) {
      keepDraft(id, { ...choice, value })
      if (needsWords) focusNote()
      else focusReading()
      return
    }
    if (!mayPass(item, choice)) return
    const before = shown(id)
    if (!before || !sameChoice(before, choice) || store.getState().pending[id]?.state === 'refused')
      submitChoice(id, choice)
    else dropDraft(id)
    const isFresh = value === 'fail' && !isKnownDefect(book().contexts.get(id), book().sheet)
    if (isFresh && before?.value !== 'fail') focusNote()
    else advance()
  }

  function mayPass(item: ChecklistItem, choice: Choice): boolean {
    if (choice.value !== 'pass' || !item.reading || choice.reading === null) return true
    if (!readingProblem(item.reading, choice.reading, book().sheet.parameters)) return true
    keepDraft(item.id, choice)
    store.setState({ readingProblem: item.id })
    leaveFields()
    return false
  }

  function dropDraft(id: string): void {
    const again = new Set(store.getState().lookAgain)
    again.delete(id)
    store.setState(({ drafts }) => ({ drafts: without(drafts, id), lookAgain: again }))
  }

  /** The reading field was left with Enter; empty means "not measured". */
  function enterReading(id: string, reading: number | null): void {
    const item = book().itemById.get(id)
    const draft = store.getState().drafts[id]
    const before = shown(id)
    const value = draft?.value ?? before?.value ?? 'pass'
    const choice = { ...(before ?? { note: null, photos: [] }), ...draft, value, reading }
    if (!item || !mayPass(item, choice)) return
    if (value === 'fixed' && !choice.note && choice.photos.length === 0) {
      keepDraft(id, choice)
      focusNote()
      return
    }
    if (!before || !sameChoice(before, choice)) submitChoice(id, choice)
    advance()
  }

  /** Words and photos follow the answer, or wait for it. Returns whether "fixed" is still short of both. */
  function describe(id: string, details: Partial<Pick<Choice, 'note' | 'photos'>>): void {
    const draft = store.getState().drafts[id]
    const before = shown(id)
    const base = draft ?? before ?? { value: undefined, note: null, reading: null, photos: [] }
    const merged: Draft = {
      value: draft?.value ?? before?.value,
      note: base.note,
      reading: base.reading,
      photos: base.photos,
      ...details,
    }
    const { value } = merged
    const isShort = value === 'fixed' && !merged.note && merged.photos.length === 0
    if (value === undefined || isShort) {
      if (merged.note || merged.photos.length > 0 || draft) keepDraft(id, merged)
      return
    }
    const choice = { ...merged, value }
    if (!before || !sameChoice(before, choice)) submitChoice(id, choice)
  }

  /** What of the zone can pass together. */
  function restOf(zone: string) {
    const { drafts, pending } = store.getState()
    return restOfZone(book(), zone, (id) => id in drafts || id in pending || isSettled(id))
  }

  /** Passes it; the ids, for taking it back. */
  function passRest(zone: string): { passed: string[]; left: number } {
    const { passing, left } = restOf(zone)
    for (const { id } of passing) submitChoice(id, { value: 'pass', note: null, reading: null, photos: [] })
    advance()
    return { passed: passing.map(({ id }) => id), left }
  }

  /** A journal forgets nothing: what nobody looked at says "not seen", and is offered once more. */
  function takeBackRest(ids: readonly string[]): void {
    for (const id of ids) submitChoice(id, { value: 'not-seen', note: null, reading: null, photos: [] })
    store.setState(({ lookAgain }) => ({ lookAgain: new Set([...lookAgain, ...ids]) }))
    moveTo(ids[0])
  }

  function resolveConflict(id: string, keep: 'theirs' | 'mine'): void {
    const conflict = store.getState().conflicts[id]
    if (!conflict) return
    store.setState(({ conflicts }) => ({ conflicts: without(conflicts, id) }))
    if (keep === 'mine')
      outbox.answer(id, conflict.mine, conflict.theirs.revision, store.getState().seenAt ?? undefined)
    advance()
  }

  return {
    answer,
    advance,
    moveTo,
    stepZone,
    openZone,
    enterReading,
    describe,
    dropDraft,
    restOf,
    passRest,
    takeBackRest,
    resolveConflict,
    isDone,
  }
}

export type RoundActions = ReturnType<typeof createRoundActions>
