import type { ImportKind } from '../../../shared/domain/imports/columns.ts'
import { imports as english } from '../../../shared/messages/en/imports.ts'
import { imports as chinese } from '../../../shared/messages/zh-CN/imports.ts'
import { type CellValue, type ColumnKind, type ColumnToWrite, writeTable } from './write-table.ts'

export type TemplateLanguage = 'zh-CN' | 'en'

/** Names of the outlet's own lists; the standard ones if absent. */
export interface TemplateNames {
  zones?: readonly string[]
  rounds?: readonly string[]
}

type Texts = typeof chinese
type ColumnName = keyof Texts['column']
type Choice = keyof Texts['choice']

interface TemplateColumn {
  field: ColumnName
  kind?: ColumnKind
  width?: number
  choices?: Choice | 'zones'
  example?: (texts: Texts) => CellValue
}

/** Rows that get drop-downs and text format. */
const PREPARED_ROWS = 500

const COLUMNS: Record<ImportKind, readonly TemplateColumn[]> = {
  roster: [
    { field: 'name', width: 14, example: (texts) => texts.template.example.name },
    { field: 'staffNo', width: 14, example: () => '0012345' },
    { field: 'post', choices: 'posts', example: (texts) => texts.choice.posts[3] ?? '' },
    { field: 'duties', choices: 'duties' },
    { field: 'joined', kind: 'day', example: () => '2023-07-01' },
    { field: 'certificates', width: 24 },
    { field: 'validTo', kind: 'day', width: 20, example: () => '2028-06-30' },
    { field: 'note', width: 24 },
  ],
  ledger: [
    { field: 'number', example: () => '2026-001' },
    { field: 'found', kind: 'day', example: () => '2026-10-08' },
    { field: 'source', choices: 'sources', example: (texts) => texts.choice.sources[0] ?? '' },
    { field: 'zone', choices: 'zones' },
    { field: 'text', width: 36, example: (texts) => texts.template.example.text },
    { field: 'severity', choices: 'severities', width: 12, example: (texts) => texts.choice.severities[0] ?? '' },
    { field: 'owner', width: 12, example: (texts) => texts.template.example.name },
    { field: 'due', kind: 'day', example: () => '2026-10-11' },
    { field: 'done', kind: 'day', example: () => '2026-10-10' },
    { field: 'result', width: 28, example: (texts) => texts.template.example.result },
  ],
  patrol: [
    { field: 'date', kind: 'day', example: () => '2026-10-08' },
    { field: 'round', choices: 'rounds', width: 12, example: (texts) => texts.choice.rounds[0] ?? '' },
    { field: 'zone', choices: 'zones' },
    { field: 'item', width: 36, example: (texts) => texts.template.example.item },
    { field: 'answer', choices: 'answers', width: 12, example: (texts) => texts.choice.answers[2] ?? '' },
    { field: 'person', width: 12, example: (texts) => texts.template.example.name },
    { field: 'remark', width: 28, example: (texts) => texts.template.example.remark },
  ],
  devices: [
    { field: 'device', width: 20, example: (texts) => texts.template.example.device },
    { field: 'deviceNo', width: 14, example: () => 'ATM-01' },
    { field: 'deviceKind', choices: 'deviceKinds', example: (texts) => texts.choice.deviceKinds[0] ?? '' },
    { field: 'zone', choices: 'zones' },
    { field: 'vendor', width: 16 },
    { field: 'phone', width: 16 },
    { field: 'installed', kind: 'day', example: () => '2023-07-01' },
    { field: 'switchedOff', kind: 'day' },
    { field: 'dueHours', width: 16, example: () => '9:00-17:00' },
  ],
}

/** An empty workbook for one import: header, an example row that the import skips, drop-downs, a sheet of notes. */
export function templateOf(
  kind: ImportKind,
  language: TemplateLanguage,
  names: TemplateNames = {},
): Promise<Uint8Array> {
  const texts = language === 'en' ? english : chinese
  const columns = COLUMNS[kind]
  const { notes } = texts.template
  return writeTable({
    sheets: [
      {
        name: texts.kind[kind],
        columns: [
          { header: texts.template.serial, kind: 'text', width: 8 },
          ...columns.map((column) => columnOf(column, texts, names)),
        ],
        rows: [[texts.template.sample, ...columns.map((column) => column.example?.(texts) ?? null)]],
        autoFilter: false,
        isLandscape: true,
        choiceRows: PREPARED_ROWS,
      },
      {
        name: texts.template.notesSheet,
        columns: [{ header: texts.template.notesColumn, kind: 'text', width: 90 }],
        rows: [notes.common, notes[kind], notes.dates, notes.columns, notes.check].map((note) => [note]),
        autoFilter: false,
      },
    ],
  })
}

function columnOf(column: TemplateColumn, texts: Texts, names: TemplateNames): ColumnToWrite {
  const base = { header: texts.column[column.field], kind: column.kind ?? 'text' }
  const choices = column.choices === undefined ? undefined : choicesOf(column.choices, texts, names)
  return {
    ...base,
    ...(column.width === undefined ? {} : { width: column.width }),
    ...(choices && choices.length > 0 ? { choices } : {}),
  }
}

function choicesOf(choice: Choice | 'zones', texts: Texts, names: TemplateNames): readonly string[] {
  if (choice === 'zones') return names.zones ?? []
  return choice === 'rounds' ? (names.rounds ?? texts.choice.rounds) : texts.choice[choice]
}
