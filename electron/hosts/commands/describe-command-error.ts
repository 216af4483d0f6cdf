import { ORPCError } from '@orpc/client'
import type { ErrorDetail } from '../../../shared/errors.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Language } from '../../../shared/messages/language.ts'
import type { MessageKey } from '../../../shared/messages/message-key.ts'
import { translatorFor } from '../../../shared/messages/translator.ts'
import { EXIT } from './command.ts'

/** `storage-…` and bugs are failures; everything else is an answer of no. */
const FAILURES = /^(storage-|internal|service-unavailable|timed-out)/

export function describeCommandError(error: unknown, language: Language) {
  const known = error instanceof ORPCError || error instanceof AppError
  if (!known) {
    const message = error instanceof Error ? error.message : String(error)
    return { code: 'failure', message, exitCode: EXIT.failure }
  }
  const detail = (error instanceof AppError ? error.detail : error.data) as ErrorDetail | undefined
  const translate = translatorFor(language)
  const sentence = translate(`errors.${detail?.reason ?? 'internal'}` as MessageKey, detail?.params)
  const fields = Object.entries(detail?.fields ?? {}).map(
    ([field, reason]) => `${field}: ${translate(`errors.${reason}` as MessageKey)}`,
  )
  const code = String(error.code)
  return {
    code,
    message: [sentence, ...fields].join('\n'),
    exitCode: FAILURES.test(code) ? EXIT.failure : EXIT.no,
  }
}
