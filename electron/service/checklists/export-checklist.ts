import type { Checklist, ChecklistItem, checklists } from '../../../shared/contract/checklists.ts'
import type { InputOf, OutputOf } from '../../../shared/contract/index.ts'
import type { Language } from '../../../shared/messages/language.ts'
import { textIn } from '../../../shared/messages/text-in.ts'
import { translatorFor } from '../../../shared/messages/translator.ts'
import { checkpointCode } from '../audit/index.ts'
import type { Call } from '../handlers.ts'
import { type CellValue, type ColumnKind, type ColumnToWrite, writeTable } from '../spreadsheets/write-table.ts'
import { contractChecklist, listRounds, readChecklist } from './checklist-repository.ts'
import { type ColumnName, textsIn } from './checklist-words.ts'
import { shippedNames } from './standard-checklist.ts'
import { knownNames } from './wording.ts'

interface ExportColumn {
  name: ColumnName
  kind?: ColumnKind
  width: number
  choices?: readonly string[]
  cell: (item: ChecklistItem) => CellValue
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Rows with drop-downs below the last item, for own items. */
const SPARE_ROWS = 100

/** Every item, switched off ones included, in the order of the walk. */
export async function exportChecklist(
  call: Call,
  { language }: InputOf<typeof checklists.exportFile>,
): Promise<OutputOf<typeof checklists.exportFile>> {
  const checklist = contractChecklist(
    readChecklist(call.database),
    listRounds(call.database),
    shippedNames(call.ports.content),
  )
  const texts = textsIn(language)
  const columns = columnsOf(checklist, language)
  const bytes = await writeTable({
    sheets: [
      {
        name: texts.sheet.title,
        columns: columns.map(({ name, kind = 'text', width, choices }): ColumnToWrite => {
          return { header: texts.column[name], kind, width, ...(choices ? { choices } : {}) }
        }),
        rows: checklist.items.map((item) => columns.map(({ cell }) => cell(item))),
        isLandscape: true,
        choiceRows: checklist.items.length + SPARE_ROWS,
      },
      {
        name: texts.sheet.notesSheet,
        columns: [{ header: texts.sheet.notesColumn, kind: 'text', width: 100 }],
        rows: notesOf(checklist, language, [...knownNames(call).parameters]).map((note) => [note]),
        endRow: translatorFor(language)('reports.auditCode', { code: checkpointCode(call.database) }),
        autoFilter: false,
      },
    ],
  })
  const file = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: XLSX })
  return { file, fileName: `${texts.sheet.title}-${call.today}.xlsx` }
}

function columnsOf({ zones, conditions }: Checklist, language: Language): ExportColumn[] {
  const texts = textsIn(language)
  const nameOf = (named: { zh: string; en: string }) => textIn(named, language)
  const zoneNames = new Map(zones.map((zone) => [zone.id, nameOf(zone)]))
  const conditionNames = new Map(conditions.map((condition) => [condition.id, nameOf(condition)]))
  const yes = (value: boolean) => (value ? texts.yes : texts.no)
  const yesNo = [texts.yes, texts.no]
  const words = (group: Record<string, string>) => Object.values(group)
  return [
    { name: 'id', width: 26, cell: ({ id }) => id },
    { name: 'zone', width: 14, choices: [...zoneNames.values()], cell: ({ zone }) => zoneNames.get(zone) ?? zone },
    { name: 'order', kind: 'integer', width: 7, cell: ({ order }) => order },
    { name: 'kind', width: 9, choices: words(texts.kind), cell: ({ kind }) => texts.kind[kind] },
    { name: 'zh', width: 32, cell: ({ zh }) => zh },
    { name: 'en', width: 32, cell: ({ en }) => en },
    { name: 'how_to_check_zh', width: 36, cell: (item) => item.how_to_check_zh },
    { name: 'how_to_check_en', width: 36, cell: (item) => item.how_to_check_en },
    { name: 'severity', width: 9, choices: words(texts.severity), cell: ({ severity }) => texts.severity[severity] },
    {
      name: 'rounds',
      width: 20,
      cell: ({ rounds }) => rounds.map((round) => texts.round[round]).join(language === 'en' ? ', ' : '、'),
    },
    { name: 'cadence', width: 9, choices: words(texts.cadence), cell: ({ cadence }) => texts.cadence[cadence] },
    {
      name: 'default_weekday',
      width: 9,
      choices: words(texts.weekday),
      cell: ({ default_weekday: day }) => (day ? texts.weekday[day] : null),
    },
    {
      name: 'condition',
      width: 16,
      choices: [...conditionNames.values()],
      cell: ({ condition }) => (condition ? (conditionNames.get(condition) ?? condition) : null),
    },
    {
      name: 'default_owner_role',
      width: 14,
      choices: words(texts.owner),
      cell: (item) => texts.owner[item.default_owner_role],
    },
    { name: 'default_due_hours', kind: 'number', width: 12, cell: (item) => item.default_due_hours },
    { name: 'photo_on_fail', width: 9, choices: yesNo, cell: (item) => yes(item.photo_on_fail) },
    { name: 'core', width: 8, choices: yesNo, cell: ({ core }) => yes(core) },
    { name: 'label_zh', width: 14, cell: ({ reading }) => reading?.label_zh ?? null },
    { name: 'label_en', width: 16, cell: ({ reading }) => reading?.label_en ?? null },
    { name: 'unit_zh', width: 9, cell: ({ reading }) => reading?.unit_zh ?? null },
    { name: 'unit_en', width: 9, cell: ({ reading }) => reading?.unit_en ?? null },
    { name: 'min', width: 16, cell: ({ reading }) => limit(reading?.min, reading?.min_parameter) },
    { name: 'max', width: 16, cell: ({ reading }) => limit(reading?.max, reading?.max_parameter) },
    { name: 'phrases', width: 24, cell: ({ phrases }) => lines(phrases) },
    { name: 'clauses', width: 24, cell: ({ clauses }) => lines(clauses) },
    { name: 'isOn', width: 8, choices: yesNo, cell: ({ isOn }) => yes(isOn) },
  ]
}

function limit(fixed: number | undefined, parameter: string | undefined): string | null {
  return fixed === undefined ? (parameter ?? null) : String(fixed)
}

function lines(texts: readonly string[] | undefined): string | null {
  return texts && texts.length > 0 ? texts.join('\n') : null
}

function notesOf({ zones, conditions }: Checklist, language: Language, parameters: string[]): string[] {
  const t = translatorFor(language)
  const names = (all: readonly { zh: string; en: string }[]) =>
    all.map((named) => textIn(named, language)).join(language === 'en' ? ', ' : '、')
  return [
    t('checklists.sheet.known'),
    t('checklists.sheet.added'),
    t('checklists.sheet.lists'),
    t('checklists.sheet.zones', { names: names(zones) }),
    t('checklists.sheet.conditions', { names: names(conditions) }),
    t('checklists.sheet.parameters', { names: parameters.join(', ') }),
  ]
}
