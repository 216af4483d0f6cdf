import type { InputOf, OutputOf } from '../../../shared/contract/index.ts'
import type { CareTalk, moods } from '../../../shared/contract/moods.ts'
import { addDays } from '../../../shared/domain/business-day.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Call } from '../handlers.ts'
import { staffRefs } from '../people/index.ts'
import { selfOf } from './check-in.ts'
import { answersOf, dismissSilence, listFavourites, setFavourite, type TalkRow, talksOf } from './mood-repository.ts'
import { readRules, readScaleFile } from './mood-scale.ts'
import { openNote, openRow } from './mood-sealing.ts'

/** Of the caller alone, whoever it is. */
export function readMine(call: Call): OutputOf<typeof moods.mine> {
  const { staffId } = selfOf(call)
  const from = addDays(call.today, -readRules(call).retention.answers)
  return {
    answers: answersOf(call.database, staffId, from, call.today).map((row) => ({
      on: row.on,
      moment: row.moment,
      ...openRow(call, row),
    })),
    talks: talksOf(call.database, staffId).map((row) => toTalk(call, row)),
    favourites: listFavourites(call.database, staffId),
  }
}

export function toTalk(call: Call, row: TalkRow): CareTalk {
  const ref = staffRefs(call.database).get(row.staff_id)
  const note = openNote(call, row)
  return {
    id: row.id,
    person: { uid: ref?.uid ?? '', name: ref?.name ?? '' },
    on: row.on,
    outcome: row.outcome,
    nextOn: row.next_on,
    actions: JSON.parse(row.actions) as string[],
    note,
    isNoteLocked: row.note !== null && note === null,
  }
}

export function setFavouriteTip(call: Call, { tip, isFavourite }: InputOf<typeof moods.setFavourite>) {
  if (!readScaleFile(call).self_regulation_tips.some(({ id }) => id === tip)) throw new AppError('not-found', 'tipGone')
  setFavourite(call.database, selfOf(call).staffId, tip, isFavourite)
  return { done: true } as const
}

export function dismissOwnSilence(call: Call) {
  dismissSilence(call.database, selfOf(call).staffId)
  return { done: true } as const
}
