import { Button, Select } from 'antd'
import { useState } from 'react'
import type { ImportPreview } from '../../../shared/contract/imports.ts'
import { PAGE } from '../../../shared/domain/imports/page-sizes.ts'
import type { MessageKey } from '../../../shared/messages/message-key.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { Decisions } from './decisions.ts'
import { Pages } from './Pages.tsx'
import { ReviewCell } from './ReviewCell.tsx'
import styles from './ReviewTable.module.css'
import { sentences, toneOf } from './row-problems.ts'
import { useCellCursor } from './use-cell-cursor.ts'

interface ReviewTableProps {
  preview: ImportPreview
  decisions: Decisions
  /** Another page of rows. */
  onPage: (page: { rowsFrom: number }) => void
  onMap: (header: string, field: string) => void
  onFix: (row: number, field: string, text: string, original: string) => void
  onLeaveOut: (row: number) => void
  onHeaderRow: (row: number) => void
}

const IGNORE = 'ignore'

/** The file as it stands, with every problem in its cell. Arrow keys move, Enter changes, Delete leaves a row out. */
export function ReviewTable(props: ReviewTableProps) {
  const { preview, decisions, onPage, onFix, onLeaveOut } = props
  const { rows, rowsFrom, shownCount } = preview
  const t = useTranslate()
  const [edited, setEdited] = useState<string>()
  const cursor = useCellCursor({ onEdit: setEdited, onDelete: onLeaveOut, onTurn: turn })
  const columns = columnsOf(preview)

  function turn(pages: number) {
    const from = rowsFrom + pages * PAGE.rows
    if (from >= 0 && from < shownCount) onPage({ rowsFrom: from })
  }

  return (
    <div className={styles.sheet}>
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
              <th className={styles.action} aria-label={t('imports.wizard.leaveOut')} />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, cells, isAccepted, problems: found }) => {
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
        {rows.length === 0 && (
          <EmptyState title={t('imports.wizard.noProblemRows')} text={t('imports.wizard.allFine')} />
        )}
      </div>
      <Pages
        from={rowsFrom}
        size={PAGE.rows}
        total={shownCount}
        label={t('imports.wizard.rowPages')}
        onFrom={(from) => onPage({ rowsFrom: from })}
      />
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

interface ShownColumn {
  index: number
  header: string
  field: string | null
}

/** The header's columns; without a header as many as the widest row has. */
function columnsOf({ header, columnCount }: ImportPreview): ShownColumn[] {
  if (header) return header.columns
  return Array.from({ length: columnCount }, (_, index) => ({ index, header: '', field: null }))
}
