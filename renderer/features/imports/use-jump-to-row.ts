import { useEffect, useRef } from 'react'
import type { ImportPreview } from '../../../shared/contract/imports.ts'

/** Leads to a row in the table; where it stands on another page, that page is fetched first. */
export function useJumpToRow(preview: ImportPreview | undefined, onPage: (row: number) => void) {
  const wanted = useRef<{ row: number; field: string | undefined }>(undefined)

  useEffect(() => {
    if (!wanted.current || !preview?.rows.some(({ row }) => row === wanted.current?.row)) return
    focusCell(wanted.current.row, wanted.current.field)
    wanted.current = undefined
  }, [preview])

  return (row: number, field: string | undefined) => {
    if (focusCell(row, field)) return
    wanted.current = { row, field }
    onPage(row)
  }
}

function focusCell(row: number, field: string | undefined): boolean {
  const inRow = [...document.querySelectorAll<HTMLElement>(`td[data-place^="${row}/"]`)]
  const cell = inRow.find(({ dataset }) => dataset.field === field) ?? inRow[0]
  cell?.scrollIntoView({ block: 'center', inline: 'center' })
  cell?.focus()
  return cell !== undefined
}
