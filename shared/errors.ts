/** Every failure a caller may have to act on. Anything else is a bug and travels as `internal` with an incident id. */
export const ERROR_CODES = [
  'invalid-input',
  'not-signed-in',
  'not-found',
  'conflict',
  'forbidden',
  'not-allowed-now',
  'service-unavailable',
  'timed-out',
  'storage-full',
  'storage-unavailable',
  'storage-corrupted',
  'cancelled',
  'internal',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

export interface ErrorDetail {
  /** Key under `errors.` in the message files; the sentence a person reads. */
  reason: string
  params?: Record<string, string | number>
  /** Field path → key under `errors.`, only for `invalid-input`. */
  fields?: Record<string, string>
  /** Finds the full stack in the service log. */
  incident?: string
}

/** A failure somebody can act on. `reason` names the sentence in the message files. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly detail: ErrorDetail

  constructor(code: ErrorCode, reason: string, more: Omit<ErrorDetail, 'reason'> & { cause?: unknown } = {}) {
    const { cause, ...detail } = more
    super(`${code}: ${reason}`, { cause })
    this.code = code
    this.detail = { reason, ...detail }
  }
}
