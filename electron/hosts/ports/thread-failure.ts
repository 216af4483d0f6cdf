import { AppError, type ErrorCode, type ErrorDetail } from '../../../shared/errors.ts'

/** A failure on its way out of a thread, as plain data: of an Error only its message would arrive. */
export type ThreadFailure =
  | { type: 'failed'; code: ErrorCode; detail: ErrorDetail; cause: string | undefined }
  | { type: 'broken'; message: string; stack: string | undefined; code: unknown }

export function tellFailure(error: unknown): ThreadFailure {
  if (error instanceof AppError) {
    const cause = error.cause instanceof Error ? error.cause.message : undefined
    return { type: 'failed', code: error.code, detail: error.detail, cause }
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  return { type: 'broken', message, stack, code: (error as { code?: unknown } | null)?.code }
}

/** The same failure on the other side. */
export function failureTold(told: ThreadFailure): Error {
  if (told.type === 'failed') {
    const { code, detail, cause } = told
    return new AppError(code, detail.reason, { ...detail, ...(cause ? { cause: new Error(cause) } : {}) })
  }
  return Object.assign(new Error(told.message), { stack: told.stack, code: told.code })
}
