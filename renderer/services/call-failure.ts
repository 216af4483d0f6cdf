import { ORPCError } from '@orpc/client'
import { ERROR_CODES, type ErrorCode, type ErrorDetail } from '../../shared/errors.ts'
import { LostError, RefusedError } from './line.ts'

export class TimedOutError extends Error {
  override readonly name = 'TimedOutError'
}

/** One shape for everything that can go wrong with a call. */
export function callFailure(error: unknown): ORPCError<ErrorCode, ErrorDetail> {
  if (error instanceof ORPCError && ERROR_CODES.some((code) => code === error.code)) return error
  if (error instanceof TimedOutError) return failure('timed-out', 'timedOut', error)
  if (error instanceof ORPCError && error.code === 'PAYLOAD_TOO_LARGE')
    return failure('invalid-input', 'fileTooLarge', error)
  const isOutOfReach =
    error instanceof LostError ||
    error instanceof RefusedError ||
    error instanceof TypeError ||
    (error instanceof ORPCError && error.code === 'UNAUTHORIZED') ||
    (error as { name?: unknown } | null)?.name === 'AbortError'
  return isOutOfReach
    ? failure('service-unavailable', 'serviceUnavailable', error)
    : failure('internal', 'internal', error)
}

function failure(code: ErrorCode, reason: string, cause: unknown): ORPCError<ErrorCode, ErrorDetail> {
  return new ORPCError(code, { message: reason, data: { reason }, cause })
}
