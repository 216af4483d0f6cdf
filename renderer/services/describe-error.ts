import { ERROR_CODES, type ErrorCode } from '../../shared/errors.ts'
import type { Translate } from '../../shared/messages/message-key.ts'

/** A failure in words a person can act on. */
export interface Description {
  code: ErrorCode
  /** What happened. */
  what: string
  /** What is safe. */
  safe: string
  /** What to do next. */
  next: string
  /** Finds the failure in the service log. */
  incident: string | undefined
}

interface Detail {
  reason?: string
  params?: Record<string, string | number>
  fields?: Record<string, string>
  incident?: string
}

function partsOf(error: unknown): { code: ErrorCode; detail: Detail } {
  const { code, data, detail, name } = Object(error) as {
    code?: unknown
    data?: unknown
    detail?: unknown
    name?: unknown
  }
  const known = ERROR_CODES.find((one) => one === code)
  if (known) return { code: known, detail: Object(data ?? detail) as Detail }
  if (name === 'AbortError') return { code: 'service-unavailable', detail: { reason: 'serviceUnavailable' } }
  if (name === 'TimeoutError') return { code: 'timed-out', detail: { reason: 'timedOut' } }
  return { code: 'internal', detail: { reason: 'internal' } }
}

/** The sentence of a reason, or the general one when the messages do not know it. */
function sentenceOf(reason: string | undefined, t: Translate, params?: Detail['params']): string {
  const key = `errors.${reason ?? 'internal'}` as Parameters<Translate>[0]
  const text = t(key, params)
  return text === key ? t('errors.internal') : text
}

export function describeError(error: unknown, t: Translate): Description {
  const { code, detail } = partsOf(error)
  return {
    code,
    what: sentenceOf(detail.reason, t, detail.params),
    safe: t(`errorCodes.${code}.safe`),
    next: t(`errorCodes.${code}.next`),
    incident: detail.incident,
  }
}

/** Field path → sentence, to stand under the fields of a form. */
export function describeFields(error: unknown, t: Translate): Record<string, string> {
  const { detail } = partsOf(error)
  return Object.fromEntries(
    Object.entries(detail.fields ?? {}).map(([field, reason]) => [field, sentenceOf(reason, t)]),
  )
}
