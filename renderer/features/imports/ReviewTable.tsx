import { Button, Select } from 'antd'
import { useMemo, useState } from 'react'
import type { ImportPreview, ImportProblem } from '../../../shared/contract/imports.ts'
import type { MessageKey } from '../../../shared/messages/message-key.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { Decisions } from './decisions.ts'
import { ReviewCell } from './ReviewCell.tsx'
import styles from './ReviewTable.module.css'
import { useCellCursor } from './use-cell-cursor.ts'

interface ReviewTableProps {
  preview: ImportPreview
  decisions: Decisions
  onlyProblems: boolean
  onMap: (header: string, field: string) => void
  onFix: (row: number, field: string, text: string, original: string) => void
  onLeaveOut: (row: number) => void
  onHeaderRow: (row: number) => void
}

const IGNORE = 'ignore'

/** The file as it stands, with every problem in its cell. Arrow keys move, Enter changes, Delete leaves a row out. */
export function ReviewTable(props: ReviewTableProps) {
  const { preview, decisions, onlyProblems, onFix, onLeaveOut } = props
  const t = useTranslate()
  const [edited, setEdited] = useState<string>()
  const cursor = useCellCursor({ onEdit: setEdited, onDelete: onLeaveOut })
  const problems = useMemo(() => byRow(preview.problems), [preview.problems])
  const columns = columnsOf(preview)
  const rows = preview.rows.filter(
    ({ row, cells }) =>
      cells.some((cell) => cell !== '') &&
      (!onlyProblems || problems.has(row) || decisions.leftOut?.includes(row) || decisions.fixes?.[row]),
  )
  const rest = preview.rowCount - preview.rows.length

  return (
    <div className={styles.frame}>
      <table className={styles.table} ref={cursor.table} onKeyDown={cursor.onKeyDown}>
        <thead>
          <tr>
            <th className={styles.rowNumber}>{t('imports.wizard.row')}</th>
            {columns.map(({ index, header, field }) => (
              <th key={index}>
                <div className={styles.header} title={header}>
                  {header || t('imports.wizard.noHeader', { count: index + 1 })}
                </div>
                {header && <FieldChoice {...{ preview, header, field }} onMap={props.onMap} />}
              </th>
            ))}
            <th />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, cells, isAccepted }) => {
            const found = problems.get(row) ?? []
            const isOut = decisions.leftOut?.includes(row) ?? false
            const ofRow = found.filter(({ field }) => field === undefined)
            return (
              <tr key={row} data-out={isOut || (!isAccepted && !found.some(({ blocking }) => blocking)) || undefined}>
                <th className={styles.rowNumber} scope="row" data-tone={toneOf(ofRow)} title={sentences(ofRow, t)}>
                  {preview.header ? (
                    row
                  ) : (
                    <button type="button" onClick={() => props.onHeaderRow(row)}>
                      {row}
                    </button>
                  )}
                </th>
                {columns.map(({ index, field, header }) => {
                  const original = cells[index] ?? ''
                  const fix = field ? decisions.fixes?.[row]?.[field] : undefined
                  const here = found.filter((problem) => field !== null && problem.field === field)
                  const place = `${row}/${index}`
                  return (
                    <ReviewCell
                      key={index}
                      {...{ place, row, header, field, original, fix }}
                      tone={toneOf(here)}
                      note={sentences(here, t)}
                      isEditable={field !== null}
                      isEdited={edited === place}
                      isReachable={cursor.isReachable(place)}
                      onEdit={() => setEdited(place)}
                      onLeave={(text) => {
                        setEdited(undefined)
                        if (field && text !== undefined) onFix(row, field, text, original)
                        cursor.focus(place)
                      }}
                    />
                  )
                })}
                <td className={styles.action}>
                  <Button type="text" size="small" tabIndex={-1} onClick={() => onLeaveOut(row)}>
                    {t(isOut ? 'imports.wizard.takeBack' : 'imports.wizard.leaveOut')}
                  </Button>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {rows.length === 0 && <EmptyState title={t('imports.wizard.noProblemRows')} text={t('imports.wizard.allFine')} />}
      {rest > 0 && !onlyProblems && (
        <p className={styles.rest}>{t('imports.wizard.firstRows', { count: preview.rows.length, rest })}</p>
      )}
    </div>
  )
}

function FieldChoice({
  preview,
  header,
  field,
  onMap,
}: {
  preview: ImportPreview
  header: string
  field: string | null
  onMap: (header: string, field: string) => void
}) {
  const t = useTranslate()
  const name = (id: string) => t(`imports.column.${id}` as MessageKey)
  return (
    <Select
      size="small"
      className={styles.field ?? ''}
      variant="filled"
      popupMatchSelectWidth={false}
      value={field ?? IGNORE}
      aria-label={t('imports.wizard.columnFor', { header })}
      options={[
        ...preview.fields.map(({ id, isRequired }) => ({
          value: id,
          label: isRequired ? t('imports.wizard.required', { column: name(id) }) : name(id),
        })),
        { value: IGNORE, label: t('imports.wizard.ignore') },
      ]}
      labelRender={({ value }) => (value === IGNORE ? t('imports.wizard.ignore') : name(String(value)))}
      onChange={(chosen) => onMap(header, chosen)}
    />
  )
}

function byRow(problems: readonly ImportProblem[]): Map<number, ImportProblem[]> {
  const rows = new Map<number, ImportProblem[]>()
  for (const problem of problems) rows.set(problem.row, [...(rows.get(problem.row) ?? []), problem])
  return rows
}

interface ShownColumn {
  index: number
  header: string
  field: string | null
}

/** The header's columns; without a header as many as the widest row has. */
function columnsOf({ header, rows }: ImportPreview): ShownColumn[] {
  if (header) return header.columns
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  return Array.from({ length: width }, (_, index) => ({ index, header: '', field: null }))
}

export function toneOf(problems: readonly ImportProblem[]): 'red' | 'amber' | undefined {
  if (problems.length === 0) return undefined
  return problems.some(({ blocking }) => blocking) ? 'red' : 'amber'
}

type Translate = ReturnType<typeof useTranslate>

export function sentenceOf({ messageKey, params }: ImportProblem, t: Translate): string {
  return t(messageKey as MessageKey, params)
}

function sentences(problems: readonly ImportProblem[], t: Translate): string | undefined {
  return problems.length === 0 ? undefined : problems.map((problem) => sentenceOf(problem, t)).join('\n')
}
