import type { Database } from 'better-sqlite3'
import { ANSWERS, type Answer, type AnswerValue } from '../../../shared/contract/patrols.ts'
import { statement } from '../database/statements.ts'
import type { PersonRef } from '../people/index.ts'
import { pinyinOfText } from '../pinyin-of.ts'

/** What is stored of one revision. */
export interface NewAnswerRow {
  itemNo: number
  revision: number
  value: AnswerValue
  by: number | null
  enteredAt: number
  seenAt: number
  note: string | null
  reading: number | null
  photos: string[]
  /** Set by imports where the file names somebody unknown. */
  byText: string | null
}

/** Newest revision of one item in one round. */
export interface AnswerRow extends NewAnswerRow {
  /** How often another answer, or another person, replaced what stood there. */
  changes: number
  correction?: Correction
}

/** Why a revision was made after hand-in, and what stood before it. */
interface Correction {
  before: AnswerValue | null
  reason: string
}

interface StoredAnswer {
  item_no: number
  revision: number
  value: number
  by: number | null
  at: number
  seen: number | null
  note: string | null
  reading: number | null
  photos: string | null
  by_text: string | null
}

const REMARK = 'remark.note, remark.reading, remark.photos, remark.by_text'

/** Newest revisions of a round, by item number. `openedAt` is the instant the stored times count from. */
export function listAnswers(database: Database, patrolId: number, openedAt: number): AnswerRow[] {
  const rows = statement(
    database,
    `SELECT answer.*, ${REMARK} FROM (
       SELECT patrol_id, item_no, max(revision) AS revision, value, by, at, seen FROM patrol_answer
       WHERE patrol_id = ? GROUP BY item_no) answer
     LEFT JOIN patrol_remark remark USING (patrol_id, item_no, revision) ORDER BY item_no`,
  ).all(patrolId) as StoredAnswer[]
  const changes = rows.some(({ revision }) => revision > 1) ? countChanges(database, patrolId) : undefined
  const corrections = listCorrections(database, patrolId)
  return rows.map((row) =>
    toAnswer(row, openedAt, changes?.get(row.item_no) ?? 0, corrections.get(`${row.item_no}/${row.revision}`)),
  )
}

export function findAnswer(
  database: Database,
  patrolId: number,
  itemNo: number,
  openedAt: number,
): AnswerRow | undefined {
  const row = statement(
    database,
    `SELECT answer.*, ${REMARK} FROM patrol_answer answer
     LEFT JOIN patrol_remark remark USING (patrol_id, item_no, revision)
     WHERE patrol_id = ? AND item_no = ? ORDER BY revision DESC LIMIT 1`,
  ).get(patrolId, itemNo) as StoredAnswer | undefined
  if (!row) return undefined
  const correction = listCorrections(database, patrolId).get(`${row.item_no}/${row.revision}`)
  return toAnswer(row, openedAt, changesOf(database, patrolId, row), correction)
}

function listCorrections(database: Database, patrolId: number): Map<string, Correction> {
  const rows = statement(
    database,
    `SELECT correction.item_no, correction.revision, correction.reason, earlier.value
     FROM patrol_correction correction LEFT JOIN patrol_answer earlier
       ON earlier.patrol_id = correction.patrol_id AND earlier.item_no = correction.item_no
       AND earlier.revision = correction.revision - 1
     WHERE correction.patrol_id = ?`,
  )
    .raw()
    .all(patrolId) as [number, number, string, number | null][]
  return new Map(
    rows.map(([itemNo, revision, reason, value]) => [
      `${itemNo}/${revision}`,
      { before: value === null ? null : answerValue(value), reason },
    ]),
  )
}

export function insertCorrection(
  database: Database,
  patrolId: number,
  itemNo: number,
  revision: number,
  reason: string,
): void {
  statement(database, 'INSERT INTO patrol_correction VALUES (?, ?, ?, ?)').run(patrolId, itemNo, revision, reason)
}

/** Who gave most of the standing answers, of equals the first; null where nobody is known. */
export function findWalker(database: Database, patrolId: number): number | null {
  const walker = statement(
    database,
    `SELECT by FROM (SELECT by, at, max(revision) FROM patrol_answer WHERE patrol_id = ? GROUP BY item_no)
     WHERE by IS NOT NULL GROUP BY by ORDER BY count(*) DESC, min(at) LIMIT 1`,
  )
    .pluck()
    .get(patrolId)
  return typeof walker === 'number' ? walker : null
}

const CHANGES = `
  FROM patrol_answer earlier JOIN patrol_answer later
    ON later.patrol_id = earlier.patrol_id AND later.item_no = earlier.item_no AND later.revision = earlier.revision + 1
  WHERE earlier.patrol_id = ? AND (earlier.value <> later.value OR earlier.by IS NOT later.by)`

/** Words, a reading or a photo that somebody adds to the own answer change nothing about it. */
function countChanges(database: Database, patrolId: number): Map<number, number> {
  const rows = statement(database, `SELECT earlier.item_no, count(*) ${CHANGES} GROUP BY earlier.item_no`)
    .raw()
    .all(patrolId) as [number, number][]
  return new Map(rows)
}

function changesOf(
  database: Database,
  patrolId: number,
  { item_no, revision }: Pick<StoredAnswer, 'item_no' | 'revision'>,
): number {
  if (revision === 1) return 0
  return Number(
    statement(database, `SELECT count(*) ${CHANGES} AND earlier.item_no = ?`).pluck().get(patrolId, item_no),
  )
}

/** What stands now of one item in one round, without its remark. */
export type StandingAnswer = Pick<AnswerRow, 'value' | 'revision'>

/** What stands now of each item of a round. */
export function listStanding(database: Database, patrolId: number): Map<number, StandingAnswer> {
  const rows = statement(
    database,
    'SELECT item_no, max(revision), value FROM patrol_answer WHERE patrol_id = ? GROUP BY item_no',
  )
    .raw()
    .all(patrolId) as [number, number, number][]
  return new Map(rows.map(([itemNo, revision, value]) => [itemNo, { revision, value: answerValue(value) }]))
}

export function findStanding(database: Database, patrolId: number, itemNo: number): StandingAnswer | undefined {
  const row = statement(
    database,
    'SELECT revision, value FROM patrol_answer WHERE patrol_id = ? AND item_no = ? ORDER BY revision DESC LIMIT 1',
  )
    .raw()
    .get(patrolId, itemNo) as [number, number] | undefined
  return row && { revision: row[0], value: answerValue(row[1]) }
}

/** Undefined where somebody else's answer has the revision already. */
export function insertAnswer(
  database: Database,
  patrolId: number,
  openedAt: number,
  answer: NewAnswerRow,
): AnswerRow | undefined {
  const { itemNo, revision, note, reading, photos, byText } = answer
  const { changes } = statement(
    database,
    'INSERT INTO patrol_answer VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  ).run(
    patrolId,
    itemNo,
    revision,
    ANSWERS.indexOf(answer.value) + 1,
    answer.by,
    answer.enteredAt - openedAt,
    answer.seenAt === answer.enteredAt ? null : answer.seenAt - openedAt,
  )
  if (changes === 0) return undefined
  if (note !== null || reading !== null || photos.length > 0 || byText !== null)
    insertRemark(database, patrolId, answer)
  return { ...answer, changes: changesOf(database, patrolId, { item_no: itemNo, revision }) }
}

function insertRemark(
  database: Database,
  patrolId: number,
  { itemNo, revision, note, reading, photos, byText }: NewAnswerRow,
): void {
  statement(database, 'INSERT INTO patrol_remark VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(
    patrolId,
    itemNo,
    revision,
    note,
    reading,
    photos.length > 0 ? JSON.stringify(photos) : null,
    byText,
    note === null ? null : searchText(note),
  )
}

const searchTexts = new Map<string, string>()
const MOST_SEARCH_TEXTS = 2000

/** Phrases repeat; their pinyin is looked up once. */
function searchText(note: string): string {
  let text = searchTexts.get(note)
  if (text === undefined) {
    text = `${note.toLowerCase()} ${pinyinOfText(note)}`
    if (searchTexts.size >= MOST_SEARCH_TEXTS) searchTexts.clear()
    searchTexts.set(note, text)
  }
  return text
}

export interface FoundRemark {
  patrolId: number
  itemNo: number
  revision: number
}

/** Remarks of rounds whose note, or whose item, holds the words; newest round first. */
export function searchRemarks(
  database: Database,
  words: string,
  items: readonly number[],
  limit: number,
): FoundRemark[] {
  return statement(
    database,
    `SELECT patrol_id AS patrolId, item_no AS itemNo, revision FROM patrol_remark
     WHERE search LIKE @words ESCAPE '\\' OR (note IS NOT NULL AND item_no IN (SELECT value FROM json_each(@items)))
     ORDER BY patrol_id DESC LIMIT @limit`,
  ).all({ words: `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`, items: JSON.stringify(items), limit }) as FoundRemark[]
}

/** Times of every entry of a round in the order they were made, for the tempo. */
export function listEntryTimes(
  database: Database,
  patrolId: number,
): { itemNo: number; by: number | null; at: number }[] {
  return statement(
    database,
    'SELECT item_no AS itemNo, by, at FROM patrol_answer WHERE patrol_id = ? ORDER BY at, item_no',
  ).all(patrolId) as { itemNo: number; by: number | null; at: number }[]
}

/** Every stored byte of a round's journal in a fixed order; what the digest in the audit chain covers. */
export function journalText(database: Database, patrolId: number): string {
  const answers = statement(database, 'SELECT * FROM patrol_answer WHERE patrol_id = ? ORDER BY item_no, revision')
    .raw()
    .all(patrolId)
  const remarks = statement(database, 'SELECT * FROM patrol_remark WHERE patrol_id = ? ORDER BY item_no, revision')
    .raw()
    .all(patrolId)
  const corrections = statement(
    database,
    'SELECT * FROM patrol_correction WHERE patrol_id = ? ORDER BY item_no, revision',
  )
    .raw()
    .all(patrolId)
  // Digests of rounds without one were made before there were any.
  return JSON.stringify(corrections.length > 0 ? [answers, remarks, corrections] : [answers, remarks])
}

export function contractAnswer(answer: AnswerRow, itemId: string, refs: ReadonlyMap<number, PersonRef>): Answer {
  const { value, revision, changes, note, reading, photos, seenAt, enteredAt, correction } = answer
  return {
    item: itemId,
    value,
    revision,
    changes,
    note,
    reading,
    photos,
    by: refOf(answer.by, refs, answer.byText),
    seenAt,
    enteredAt,
    ...(correction ? { correction } : {}),
  }
}

export function refOf(id: number | null, refs: ReadonlyMap<number, PersonRef>, text: string | null = null): PersonRef {
  return (id === null ? undefined : refs.get(id)) ?? { uid: '00000000-0000-0000-0000-000000000000', name: text ?? '—' }
}

export function answerValue(stored: number): AnswerValue {
  const value = ANSWERS[stored - 1]
  if (!value) throw new Error(`patrol_answer: unknown value ${stored}`)
  return value
}

function toAnswer(row: StoredAnswer, openedAt: number, changes: number, correction?: Correction): AnswerRow {
  return {
    itemNo: row.item_no,
    revision: row.revision,
    changes,
    value: answerValue(row.value),
    by: row.by,
    enteredAt: openedAt + row.at,
    seenAt: openedAt + (row.seen ?? row.at),
    note: row.note,
    reading: row.reading,
    photos: row.photos ? (JSON.parse(row.photos) as string[]) : [],
    byText: row.by_text,
    ...(correction ? { correction } : {}),
  }
}
