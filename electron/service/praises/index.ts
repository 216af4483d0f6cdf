import type { InputOf } from '../../../shared/contract/index.ts'
import type { Praise, praises } from '../../../shared/contract/praises.ts'
import { addDays, monthRange } from '../../../shared/domain/business-day.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Call, HandlersOf } from '../handlers.ts'
import { findStaffByUid, type StaffMember, staffRefs } from '../people/index.ts'
import { pinyinOf, pinyinOfText } from '../pinyin-of.ts'
import {
  getPraise,
  insertPraise,
  listEntered,
  listPraised,
  listPraises,
  markWithdrawn,
  type PraiseRow,
} from './praise-repository.ts'

const EVER = { from: '0000-01-01', to: '9999-12-31' }
const NOBODY = { uid: '00000000-0000-0000-0000-000000000000', name: '—' }

export const praisesHandlers: HandlersOf<'praises'> = {
  list(call, { month, person, withdrawn, search, limit, offset }) {
    const of = person === null ? null : personOf(call, person).id
    const span = month !== null ? monthRange(month) : of === null ? lastYear(call.today) : EVER
    const filter = { ...span, search: search.trim().toLowerCase() }
    const { rows, total } = listPraises(call.database, filter, { person: of, isWithdrawn: withdrawn, limit, offset })
    return { praises: rows.map((row) => contractPraise(call, row)), total }
  },

  add: addPraise,

  withdraw(call, { uid, reason }) {
    const row = getPraise(call.database, uid)
    if (row.withdrawn_at !== null) throw new AppError('conflict', 'praiseWithdrawn')
    if (!mayWithdraw(call, row)) throw new AppError('forbidden', 'praiseOfOthers')
    markWithdrawn(call.database, row.id, { at: call.now, by: call.actor.staffId, reason })
    call.changed({ record: 'praise', uid, before: told(row), after: { ...told(row), reason } })
    return contractPraise(call, getPraise(call.database, uid))
  },
}

const YEAR_DAYS = 366

function lastYear(today: string): { from: string; to: string } {
  return { from: addDays(today, 1 - YEAR_DAYS), to: today }
}

/** Entered after `since` and by `until`, newest first: for a screen that everybody sees. */
export function readPraisesSince(call: Call, span: { since: number; until: number; limit: number }) {
  const { rows, total } = listEntered(call.database, span)
  return { praises: rows.map((row) => contractPraise(call, row)), total }
}

function addPraise(call: Call, { on, channel, words, people }: InputOf<typeof praises.add>): Praise {
  const { actor, database, now, today } = call
  if (actor.staffId === null) throw new AppError('not-found', 'personGone')
  if (on > today) throw new AppError('invalid-input', 'periodInFuture', { fields: { on: 'periodInFuture' } })
  const praised = [...new Set(people)].map((uid) => personOf(call, uid))
  if (praised.some(({ id }) => id === actor.staffId)) {
    throw new AppError('forbidden', 'praiseOfOneself', { fields: { people: 'praiseOfOneself' } })
  }
  const names = praised.map(({ name }) => `${name} ${pinyinOf(name)}`).join(' ')
  const uid = call.ports.ids.uid(now)
  const search = `${words} ${pinyinOfText(words)} ${names}`.toLowerCase()
  const row = { uid, on, channel, words, search, entered_by: actor.staffId, entered_at: now }
  insertPraise(
    database,
    row,
    praised.map(({ id }) => id),
  )
  call.changed({ record: 'praise', uid, before: null, after: told(row) })
  return contractPraise(call, getPraise(database, uid))
}

/** Which day and by which way; the words stand in the record alone, where a slip of a customer's name can be withdrawn. */
const told = ({ on, channel }: Pick<PraiseRow, 'on' | 'channel'>) => ({ on, kind: channel })

function personOf(call: Call, uid: string): StaffMember {
  const person = findStaffByUid(call.database, uid)
  if (!person) throw new AppError('not-found', 'personGone')
  return person
}

function mayWithdraw({ actor }: Call, { entered_by, withdrawn_at }: PraiseRow): boolean {
  if (withdrawn_at !== null || actor.staffId === null) return false
  return entered_by === actor.staffId || actor.role === 'outlet-head'
}

function contractPraise(call: Call, row: PraiseRow): Praise {
  const refs = staffRefs(call.database)
  const { uid, on, channel, words, withdrawn_at: at } = row
  return {
    ...{ uid, on, channel, words },
    people: listPraised(call.database, row.id).map((id) => refs.get(id) ?? NOBODY),
    enteredBy: refs.get(row.entered_by) ?? NOBODY,
    enteredAt: row.entered_at,
    mayWithdraw: mayWithdraw(call, row),
    withdrawn:
      at === null
        ? null
        : { at, by: refs.get(row.withdrawn_by ?? -1)?.name ?? NOBODY.name, reason: row.withdrawn_reason ?? '' },
  }
}
