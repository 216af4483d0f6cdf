import type { BinaryFile } from '../../../shared/binary-file.ts'
import type { SheetSet } from '../../../shared/domain/imports/cell.ts'
import { readCsv } from './csv.ts'
import { assertFileSize } from './limits.ts'
import type { ReportProgress } from './progress.ts'
import { readWorkbook } from './read-workbook.ts'
import { sniff } from './sniff.ts'

/** Reads an xlsx or CSV file. Anything else, and anything that would hurt, is an `AppError` with its own sentence. */
export async function readTable(bytes: Uint8Array, fileName: string, report?: ReportProgress): Promise<SheetSet> {
  assertFileSize(bytes.byteLength)
  report?.({ stage: 'opening', done: 0, of: 0 })
  if (sniff(bytes) === 'text') return readCsv(bytes, fileName)
  return { format: 'xlsx', sheets: await readWorkbook(bytes, report) }
}

/** Refuses by size before a byte is copied. */
export async function bytesOf(file: BinaryFile): Promise<Uint8Array> {
  assertFileSize(file.size)
  return new Uint8Array(await file.arrayBuffer())
}
