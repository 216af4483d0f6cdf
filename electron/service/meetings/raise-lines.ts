import type { InputOf, OutputOf } from '../../../shared/contract/index.ts'
import type { AnswerRow, MeetingLine, meetingLines } from '../../../shared/contract/meeting-lines.ts'
import { businessDay } from '../../../shared/domain/business-day.ts'
import type { SheetSet } from '../../../shared/domain/imports/cell.ts'
import { parseDay } from '../../../shared/domain/imports/parse-day.ts'
import { AppError } from '../../../shared/errors.ts'
import { LANGUAGES } from '../../../shared/messages/language.ts'
import type { Translate } from '../../../shared/messages/message-key.ts'
import { translatorFor } from '../../../shared/messages/translator.ts'
import { type Call, type Preparation, prepared } from '../handlers.ts'
import { findOutlet, staffRefs } from '../people/index.ts'
import { readZone } from '../settings/index.ts'
import { bytesOf } from '../spreadsheets/read-table.ts'
import { writeTable } from '../spreadsheets/write-table.ts'
import {
  type FoundLine,
  findLine,
  getLine,
  insertRaise,
  listRaised,
  listRaises,
  saveAnswer,
} from './line-repository.ts'
import { contractLine } from './read-lines.ts'
import { getOpen, ruleOf } from './record-lines.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const COLUMNS = ['outlet', 'line', 'raisedOn', 'words', 'note', 'person', 'answer', 'answeredBy', 'answeredOn'] as const
type Column = (typeof COLUMNS)[number]
const WIDTHS: Record<Column, number> = {
  ...{ outlet: 14, line: 38, raisedOn: 13, words: 44, note: 36, person: 12 },
  ...{ answer: 44, answeredBy: 14, answeredOn: 13 },
}
const MOST_ROWS = 1000
const LONGEST_ANSWER = 1000

export function raiseLine(call: Call, { uid, note }: InputOf<typeof meetingLines.raise>): MeetingLine {
  const line = getOpen(call, uid)
  if (!ruleOf(call, line.capture).can_be_raised) throw new AppError('invalid-input', 'lineNotForBranch')
  if (listRaises(call.database, line.id).some(({ answer }) => answer === null)) {
    throw new AppError('conflict', 'lineRaisedAlready')
  }
  insertRaise(call.database, line.id, call.now, call.actor.staffId, note || null)
  call.changed({ record: 'meeting-line', uid, before: { raised: false }, after: { raised: true } })
  call.touched('meetings', line.meeting_uid)
  return contractLine(call, getLine(call.database, uid))
}

export function listRaisedLines(call: Call, { answered }: InputOf<typeof meetingLines.raised>): MeetingLine[] {
  return [...new Set(listRaised(call.database, answered))].map((uid) => contractLine(call, getLine(call.database, uid)))
}

/** The branch fills in the last three columns and sends the file back; the number of the line is what it comes back to. */
export async function raisedFile(
  call: Call,
  { language }: InputOf<typeof meetingLines.raisedFile>,
): Promise<OutputOf<typeof meetingLines.raisedFile>> {
  const t = translatorFor(language)
  const zone = readZone(call.database)
  const refs = staffRefs(call.database)
  const code = findOutlet(call.database)?.code ?? ''
  const rows = listRaised(call.database, false).map((uid) => {
    const line = getLine(call.database, uid)
    const raise = listRaises(call.database, line.id).at(-1)
    const on = raise ? businessDay(raise.raised_at, zone) : ''
    const person = refs.get(line.staff_id ?? 0)?.name ?? ''
    return [code, uid, on, line.words, raise?.note ?? '', person, '', '', '']
  })
  const bytes = await writeTable({
    sheets: [
      {
        name: t('meetings.file.sheet'),
        titleRows: [t('meetings.file.title'), t('meetings.file.howTo')],
        columns: COLUMNS.map((column) => ({
          header: t(`meetings.file.${column}`),
          kind: column === 'raisedOn' || column === 'answeredOn' ? 'day' : 'text',
          width: WIDTHS[column],
          isHighlighted: column === 'answer',
        })),
        rows,
        isLandscape: true,
      },
    ],
  })
  const file = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: XLSX })
  return { file, fileName: `${t('meetings.file.title')}-${code}-${call.today}.xlsx` }
}

interface ReadRow {
  row: number
  cells: Record<Column, string>
  answeredOn: string | null
  hasBadDay: boolean
}

type FileInput = InputOf<typeof meetingLines.readAnswersFile>

export async function readAnswersFile(call: Call, input: FileInput): Promise<AnswerRow[]> {
  return judge(call, await readRows(call, input)).map(({ told }) => told)
}

export const takeAnswersFile = prepared<FileInput, OutputOf<typeof meetingLines.takeAnswersFile>, ReadRow[]>({
  prepare: readRows,
  run(call, _input, rows) {
    const judged = judge(call, rows)
    for (const { told, line } of judged) {
      const waiting = line && listRaises(call.database, line.id).find(({ answer }) => answer === null)
      if (told.problem !== null || !line || !waiting) continue
      saveAnswer(call.database, waiting.id, {
        answer: told.answer,
        answered_by: told.answeredBy,
        answered_on: told.answeredOn,
        at: call.now,
        by: call.actor.staffId,
      })
      call.changed({ record: 'meeting-line', uid: line.uid, before: { answer: null }, after: { answer: told.answer } })
      call.touched('meetings', line.meeting_uid)
    }
    return { taken: judged.filter(({ told }) => told.problem === null).length, rows: judged.map(({ told }) => told) }
  },
})

async function readRows({ ports, signal }: Preparation, { file, fileName }: FileInput): Promise<ReadRow[]> {
  const set = await ports.fileJobs.read({ bytes: await bytesOf(file), fileName }, { signal })
  const found = findHeader(set)
  if (!found) throw new AppError('invalid-input', 'answersNotThere')
  const { rows, header, columns } = found
  const read = rows.slice(header + 1).flatMap((cells, index) => {
    const text = (column: Column) => cells[columns[column] ?? -1]?.text.trim() ?? ''
    if (text('line') === '' && text('answer') === '') return []
    const day = cells[columns.answeredOn ?? -1]
    const parsed = day && day.text.trim() !== '' ? parseDay(day) : undefined
    const all = Object.fromEntries(COLUMNS.map((column) => [column, text(column)])) as Record<Column, string>
    return [
      {
        row: header + 2 + index,
        cells: all,
        answeredOn: parsed?.outcome === 'day' ? parsed.moment.day : null,
        hasBadDay: parsed !== undefined && parsed.outcome !== 'day',
      },
    ]
  })
  if (read.length > MOST_ROWS) throw new AppError('invalid-input', 'tooManyAnswers', { params: { most: MOST_ROWS } })
  return read
}

/** The row that names both the line and the answer, in either language. */
function findHeader({ sheets }: SheetSet) {
  const translators: Translate[] = LANGUAGES.map((language) => translatorFor(language))
  for (const { rows } of sheets) {
    for (const [header, cells] of rows.slice(0, 20).entries()) {
      const columns: Partial<Record<Column, number>> = {}
      for (const column of COLUMNS) {
        const words = translators.map((t) => t(`meetings.file.${column}`))
        const at = cells.findIndex(({ text }) => words.includes(text.trim()))
        if (at >= 0) columns[column] = at
      }
      if (columns.line !== undefined && columns.answer !== undefined && columns.outlet !== undefined) {
        return { rows, header, columns }
      }
    }
  }
  return undefined
}

interface Judged {
  told: AnswerRow
  line: FoundLine | undefined
}

function judge({ database }: Pick<Call, 'database'>, rows: readonly ReadRow[]): Judged[] {
  const code = findOutlet(database)?.code ?? ''
  const seen = new Set<string>()
  return rows.map(({ row, cells, answeredOn, hasBadDay }) => {
    const line = findLine(database, cells.line)
    const raises = line ? listRaises(database, line.id) : []
    const isOurs = cells.outlet === code
    const isTwice = isOurs && seen.has(cells.line)
    if (isOurs) seen.add(cells.line)
    const problem = (): AnswerRow['problem'] => {
      if (!isOurs) return 'other-outlet'
      if (!line) return 'unknown-line'
      if (isTwice) return 'twice-in-file'
      if (raises.length === 0) return 'not-raised'
      if (raises.every(({ answer }) => answer !== null)) return 'answered-already'
      if (cells.answer === '') return 'no-answer'
      return hasBadDay ? 'unreadable-day' : null
    }
    return {
      line,
      told: {
        row,
        words: line?.words ?? cells.words,
        answer: cells.answer.slice(0, LONGEST_ANSWER),
        answeredBy: cells.answeredBy || null,
        answeredOn,
        problem: problem(),
      },
    }
  })
}
