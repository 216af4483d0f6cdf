import type { InputOf, OutputOf } from '../../../shared/contract/index.ts'
import type { people } from '../../../shared/contract/people.ts'
import { typedLetters } from '../../../shared/domain/typed-letters.ts'
import { AppError } from '../../../shared/errors.ts'
import { statement } from '../database/statements.ts'
import { type Call, type Preparation, prepared } from '../handlers.ts'
import { saveCredential } from './credential-repository.ts'
import { makeOneTimePin, type OneTimePin, requireOwnPin } from './pins.ts'
import { findPersonById, listStaff, type StaffMember } from './staff-repository.ts'
import { missed, waitLeft } from './waits.ts'

/** 25 letters of five bits: 125 bits, in groups that can be read aloud. */
const CODE_LETTERS = 25
const GROUP_LETTERS = 5

export interface RecoveryCode {
  code: string
  hash: string
}

interface RecoveryRow {
  staff_id: number
  hash: string
  failed_tries: number
  wait_ms: number
}

export async function makeRecoveryCode({ ports }: Pick<Preparation, 'ports'>): Promise<RecoveryCode> {
  const letters = ports.ids.letters(CODE_LETTERS)
  return { code: grouped(letters), hash: await ports.pinHash.hash(letters) }
}

/** `ABCDE-FGHJK-…`, as it is printed. */
export function grouped(letters: string): string {
  const groups = Array.from({ length: CODE_LETTERS / GROUP_LETTERS }, (_, index) =>
    letters.slice(index * GROUP_LETTERS, (index + 1) * GROUP_LETTERS),
  )
  return groups.join('-')
}

/** The new sheet takes the place of any earlier one. */
export function saveRecovery(call: Call, staff: { uid: string }, staffId: number, { hash }: RecoveryCode): void {
  statement(
    call.database,
    `INSERT INTO recovery (id, staff_id, hash, issued_at) VALUES (1, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET staff_id = excluded.staff_id, hash = excluded.hash,
       issued_at = excluded.issued_at, failed_tries = 0, wait_ms = 0`,
  ).run(staffId, hash, call.now)
  call.changed({ record: 'recovery-sheet', uid: staff.uid, before: null, after: { issued: true } })
}

type Output = OutputOf<typeof people.recover>

interface Recovering {
  isRight: boolean
  oneTime: OneTimePin
  sheet: RecoveryCode
}

/** The way back for an outlet whose only head has forgotten the PIN. */
export const recover = prepared<InputOf<typeof people.recover>, Output, Recovering>({
  async prepare(call, { code }) {
    const row = findRecovery(call)
    const letters = typedLetters(code)
    const isRight = row ? await call.ports.pinHash.verify(letters, row.hash) : false
    if (!isRight) return { isRight, oneTime: { pin: '', hash: '' }, sheet: { code: '', hash: '' } }
    return { isRight, oneTime: await makeOneTimePin(call), sheet: await makeRecoveryCode(call) }
  },
  run(call, _input, { isRight, oneTime, sheet }) {
    const row = findRecovery(call)
    const left = row ? waitLeft(call, 'recovery', row.wait_ms) : 0
    if (left > 0) return { outcome: 'refused', retryAt: call.now + left }
    const head = row && isRight ? headOf(call, row.staff_id) : undefined
    if (!row || !head) return refuse(call, row?.failed_tries ?? 0)
    saveCredential(call.database, head.id, oneTime.hash, true)
    call.changed({ record: 'credential', uid: head.uid, before: null, after: { recovered: true } })
    saveRecovery(call, head, head.id, sheet)
    const { uid, name } = head
    return { outcome: 'recovered', head: { uid, name, oneTimePin: oneTime.pin }, recoveryCode: sheet.code }
  },
})

function refuse(call: Call, failedBefore: number): Output {
  const { failedTries, waitMs } = missed(call, 'recovery', failedBefore)
  statement(call.database, 'UPDATE recovery SET failed_tries = ?, wait_ms = ?').run(failedTries, waitMs)
  call.changed({ record: 'recovery-sheet', uid: 'outlet', before: null, after: { refused: true, failed: failedTries } })
  return { outcome: 'refused', retryAt: waitMs > 0 ? call.now + waitMs : null }
}

/** Whom the sheet was made out to while they are the head; otherwise whoever is. */
function headOf({ database }: Call, staffId: number): StaffMember | undefined {
  const isHead = (staff: StaffMember | undefined) => staff?.isActive && staff.role === 'outlet-head'
  const named = findPersonById(database, staffId)
  return isHead(named) ? named : listStaff(database, false).find(isHead)
}

/** The signed-in head gets a new sheet against the own PIN; the old one is worth nothing then. */
export const reissueRecovery = prepared<
  InputOf<typeof people.reissueRecovery>,
  OutputOf<typeof people.reissueRecovery>,
  RecoveryCode
>({
  async prepare(call, { pin }) {
    await requireOwnPin(call, pin)
    return makeRecoveryCode(call)
  },
  run(call, _input, sheet) {
    const { staffId, staffUid } = call.actor
    if (staffId === null || staffUid === null) throw new AppError('not-signed-in', 'notSignedIn')
    saveRecovery(call, { uid: staffUid }, staffId, sheet)
    return { recoveryCode: sheet.code }
  },
})

function findRecovery({ database }: Pick<Call, 'database'>): RecoveryRow | undefined {
  return statement(database, 'SELECT staff_id, hash, failed_tries, wait_ms FROM recovery').get() as
    | RecoveryRow
    | undefined
}
