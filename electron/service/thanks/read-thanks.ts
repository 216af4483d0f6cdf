import type { InputOf } from '../../../shared/contract/index.ts'
import type { ThanksCard, thanks } from '../../../shared/contract/thanks.ts'
import { addDays, businessDay, monthRange } from '../../../shared/domain/business-day.ts'
import type { Call } from '../handlers.ts'
import { staffRefs } from '../people/index.ts'
import { readZone } from '../settings/index.ts'
import {
  countGivenOn,
  findLastValue,
  findUnseen,
  listBox,
  listShown,
  markSeen,
  type ThanksRow,
} from './thanks-repository.ts'
import { readThanksValues } from './thanks-values.ts'

const MINUTE_MS = 60_000
/** A card that nobody looked at for so long is told no more. */
const UNSEEN_DAYS = 30
const EVER = { from: '0000-01-01', to: '9999-12-31' }
/** No staff has it: whoever is not staff has no box of their own. */
const NOBODY = -1

export function isMine({ actor }: Call, { giver, receiver }: ThanksRow): boolean {
  return actor.staffId !== null && (giver === actor.staffId || receiver === actor.staffId)
}

export function undoUntil(call: Call, { giver, at, withdrawn_at }: ThanksRow): number | null {
  const until = at + readThanksValues(call.ports.content).limits.undo_minutes * MINUTE_MS
  return giver === call.actor.staffId && withdrawn_at === null && until > call.now ? until : null
}

export function mayWithdraw({ actor }: Call, { giver, is_private, withdrawn_at }: ThanksRow): boolean {
  if (withdrawn_at !== null || actor.staffId === null) return false
  return giver === actor.staffId || (actor.role === 'outlet-head' && is_private === 0)
}

export function contractCard(call: Call, row: ThanksRow): ThanksCard {
  const refs = staffRefs(call.database)
  const person = (id: number) => refs.get(id) ?? { uid: row.uid, name: '—' }
  return {
    uid: row.uid,
    from: person(row.giver),
    to: person(row.receiver),
    words: row.words,
    value: row.value,
    isPrivate: row.is_private === 1,
    on: row.on,
    at: row.at,
    undoUntil: undoUntil(call, row),
    mayWithdraw: mayWithdraw(call, row),
    withdrawn:
      row.withdrawn_at === null
        ? null
        : {
            at: row.withdrawn_at,
            by: refs.get(row.withdrawn_by ?? NOBODY)?.name ?? '—',
            reason: row.withdrawn_reason ?? '',
          },
  }
}

export function listThanks(call: Call, { box, month, search, limit, offset }: InputOf<typeof thanks.list>) {
  const span = month ? monthRange(month) : box === 'wall' ? monthRange(call.today.slice(0, 7)) : EVER
  const me = call.actor.staffId ?? NOBODY
  const words = search.trim().toLowerCase()
  const { rows, total } = listBox(call.database, box, { me, ...span, search: words, limit, offset })
  return { cards: rows.map((row) => contractCard(call, row)), total }
}

export function readThanksOptions(call: Call) {
  const { values, limits } = readThanksValues(call.ports.content)
  const me = call.actor.staffId ?? NOBODY
  return {
    values,
    lastValue: findLastValue(call.database, me),
    aDay: limits.a_day,
    leftToday: Math.max(0, limits.a_day - countGivenOn(call.database, me, call.today)),
    inSevenDays: limits.pair_in_seven_days,
    unseen: readUnseenThanks(call).count,
  }
}

/** Of the last weeks; `on` is the day of the newest. */
export function readUnseenThanks(call: Call): { count: number; on: string | null } {
  const { staffId } = call.actor
  return staffId === null
    ? { count: 0, on: null }
    : findUnseen(call.database, staffId, addDays(call.today, -UNSEEN_DAYS))
}

export function seeThanks(call: Call, { until }: InputOf<typeof thanks.see>): { done: true } {
  const { staffId } = call.actor
  if (staffId !== null) markSeen(call.database, staffId, Math.min(until, call.now))
  return { done: true }
}

/** Public cards given after `since` and by `until`, with names, newest first: for a screen that everybody sees. */
export function readShownThanks(call: Call, { since, until, limit }: { since: number; until: number; limit: number }) {
  const zone = readZone(call.database)
  const days = { from: businessDay(since, zone), to: businessDay(until, zone) }
  const { rows, total } = listShown(call.database, { ...days, since, until, limit })
  return { cards: rows.map((row) => contractCard(call, row)), total }
}
