import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { type RefObject, useEffect, useMemo, useRef } from 'react'
import type { PatrolProgress, PatrolSheet } from '../../../../shared/contract/patrols.ts'
import { savedAnswers } from '../../../../shared/domain/saved-answers.ts'
import { useSignedIn } from '../../../app/session.ts'
import { serviceNow } from '../../../services/clock.ts'
import { runMutation } from '../../../services/query-client.ts'
import { type Api, useApi, useConnectionState } from '../../../services/use-client.ts'
import { createOutbox, type Delivered, type Outbox } from './outbox.ts'
import { createRoundActions, type RoundActions } from './round-actions.ts'
import { bookOf, mergeAnswers, type RoundBook, resumeAt } from './round-book.ts'
import { createRoundStore, type RoundStore } from './round-store.ts'

/** Answers on their way outlive the screen; per person, so that the next one at this PC sees nothing of them. */
const desks = new Map<string, { store: RoundStore; outbox: Outbox }>()

function deskOf(key: string, make: () => { store: RoundStore; outbox: Outbox }) {
  const desk = desks.get(key) ?? make()
  desks.set(key, desk)
  return desk
}

/** The part that changes while people answer. Older news never replaces newer. */
export function progressOptions(api: Api, uid: string) {
  return {
    ...api.patrols.progress.queryOptions({ input: { uid } }),
    structuralSharing: (before: unknown, after: unknown) =>
      before ? mergeProgress(before as PatrolProgress, after as PatrolProgress) : after,
  }
}

function mergeProgress(before: PatrolProgress, after: PatrolProgress): PatrolProgress {
  return { patrol: after.patrol, answers: mergeAnswers(before.answers, after.answers) }
}

export interface FieldRefs {
  note: RefObject<HTMLTextAreaElement | null>
  reading: RefObject<HTMLInputElement | null>
}

export interface Round {
  store: RoundStore
  actions: RoundActions
  outbox: Outbox
  fields: FieldRefs
}

export function useSheet(uid: string) {
  const api = useApi()
  return useQuery(api.patrols.sheet.queryOptions({ input: { uid } }))
}

export function useBook(sheet: PatrolSheet): RoundBook {
  const api = useApi()
  const { data } = useQuery({
    ...progressOptions(api, sheet.patrol.uid),
    refetchOnMount: 'always',
    initialData: { patrol: sheet.patrol, answers: sheet.answers },
  })
  return useMemo(
    () => bookOf({ ...sheet, patrol: data.patrol }, mergeAnswers(sheet.answers, data.answers)),
    [sheet, data],
  )
}

export function useRound(book: RoundBook): Round {
  const { uid } = book.sheet.patrol
  const { person } = useSignedIn()
  const api = useApi()
  const cache = useQueryClient()
  const latest = useRef(book)
  latest.current = book
  const note = useRef<HTMLTextAreaElement>(null)
  const reading = useRef<HTMLInputElement>(null)

  const round = useMemo(() => {
    const { store, outbox } = deskOf(`${person.uid}/${uid}`, () => openDesk(cache, api, uid, person.uid))
    const actions = createRoundActions({
      store,
      outbox,
      book: () => latest.current,
      now: serviceNow,
      focusNote: () => requestAnimationFrame(() => note.current?.focus()),
      focusReading: () => requestAnimationFrame(() => reading.current?.focus()),
      leaveFields() {
        const { activeElement } = document
        if (activeElement instanceof HTMLElement && activeElement.matches('input,textarea,button')) activeElement.blur()
      },
    })
    if (!store.getState().cursor || !latest.current.itemById.has(store.getState().cursor ?? '')) {
      store.setState({ cursor: resumeAt(latest.current, person.uid, serviceNow()) })
    }
    return { store, outbox, actions, fields: { note, reading } }
  }, [uid, person.uid, api, cache])

  const connection = useConnectionState()
  useEffect(() => {
    if (connection === 'open') round.outbox.retry()
  }, [connection, round])
  return round
}

/** Every item says by itself what became of its answer. */
const SHOWN_IN_PLACE = { meta: { showsFailure: true } }

function openDesk(cache: QueryClient, api: Api, uid: string, me: string) {
  const store = createRoundStore()
  const outbox = createOutbox(store, {
    me,
    now: serviceNow,
    async send(answers) {
      const answered = await runMutation(cache, api.patrols.answer.mutationOptions(SHOWN_IN_PLACE), { uid, answers })
      return { ...answered, answers: savedAnswers(answers, answered) }
    },
    onSaved: (result) => showSaved(cache, api, uid, result),
  })
  return { store, outbox }
}

function showSaved(cache: QueryClient, api: Api, uid: string, { answers, conflicts, figures }: Delivered): void {
  const { queryKey } = api.patrols.progress.queryOptions({ input: { uid } })
  cache.setQueryData<PatrolProgress>(queryKey, (before) =>
    before
      ? {
          patrol: { ...before.patrol, figures },
          answers: mergeAnswers(before.answers, [...answers, ...conflicts]),
        }
      : before,
  )
}
