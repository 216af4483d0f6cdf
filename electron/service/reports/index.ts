import { AppError } from '../../../shared/errors.ts'
import type { HandlersOf } from '../handlers.ts'

export const reportsHandlers: HandlersOf<'reports'> = {
  preview() {
    throw new AppError('not-found', 'reportGone')
  },
  renderFile() {
    throw new AppError('not-found', 'reportGone')
  },
  saveTyped() {
    throw new AppError('not-found', 'reportGone')
  },
  months: () => [],
}
