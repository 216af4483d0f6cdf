import { FILE_LIMITS } from '../../../shared/domain/imports/file-limits.ts'
import { AppError } from '../../../shared/errors.ts'

/** A year of any of our lists is far below these; a bomb is far above. */
export const LIMITS = {
  ...FILE_LIMITS,
  entries: 2_000,
  /** All entries together after inflating, as declared and as found. */
  inflatedBytes: 200_000_000,
  /** One XML part: what the workbook library has to hold as objects. */
  partBytes: 64_000_000,
  /** Inflated ÷ compressed, asked of entries above `ratioFromBytes`. */
  ratio: 100,
  ratioFromBytes: 1_000_000,
  /** Elements within elements; real workbooks stay below 20. */
  xmlDepth: 200,
  cells: 1_000_000,
} as const

/** Ask before the bytes are read into memory. */
export function assertFileSize(bytes: number): void {
  if (bytes === 0) throw new AppError('invalid-input', 'fileEmpty')
  if (bytes > LIMITS.fileBytes) {
    throw new AppError('invalid-input', 'fileTooLarge', {
      params: { megabytes: Math.ceil(bytes / 1_000_000), limit: LIMITS.fileBytes / 1_000_000 },
    })
  }
}
