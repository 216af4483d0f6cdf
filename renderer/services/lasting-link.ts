import { travelsAsFile } from '../../shared/file-calls.ts'
import { callFailure, TimedOutError } from './call-failure.ts'
import { type CallRules, rulesOf } from './call-rules.ts'
import { type Carrier, type Line, type Link, LostError } from './line.ts'

interface Options {
  line: Line
  /** Where calls with files go, if not over the line. */
  fileLink?: Link
  rules?: (path: readonly string[]) => CallRules
}

type CallArguments = Parameters<Link['call']>

/**
 * A link over a line that comes and goes: no call hangs for ever, a read is sent again once after a loss, a command
 * never is.
 */
export function createLastingLink({ line, fileLink, rules = rulesOf }: Options): Link {
  const staticCarrier: Carrier | undefined = fileLink && { link: fileLink, onClosed: () => () => {} }

  return {
    async call(path, input, options) {
      const rule = rules(path)
      const once = async () => {
        const carrier = staticCarrier && travelsAsFile(path) ? staticCarrier : await line.carrier(rule.waitMs)
        return callOver(carrier, [path, input, options], rule)
      }
      try {
        return await once().catch((error: unknown) => {
          if (rule.mayRepeat && error instanceof LostError && !options.signal?.aborted) return once()
          throw error
        })
      } catch (error) {
        throw options.signal?.aborted ? error : callFailure(error)
      }
    },
  }
}

/** `AbortSignal.any` is younger than the oldest browser we run in, so the two signals are joined by hand. */
async function callOver(carrier: Carrier, [path, input, options]: CallArguments, rule: CallRules): Promise<unknown> {
  const controller = new AbortController()
  const { signal: outer } = options
  const abort = () => controller.abort(outer?.reason)
  if (outer?.aborted) throw outer.reason
  outer?.addEventListener('abort', abort, { once: true })

  let stopListening = () => {}
  let isLost = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const over = new Promise<never>((_, reject) => {
    stopListening = carrier.onClosed(() => {
      isLost = true
      reject(new LostError())
      controller.abort(new LostError())
    })
    timer = setTimeout(() => {
      reject(new TimedOutError())
      controller.abort(new TimedOutError())
    }, rule.limitMs)
  })
  over.catch(() => {})
  let isStreaming = false
  try {
    const answer = carrier.link.call(path, input, { ...options, signal: controller.signal })
    answer.catch(() => {})
    const result = await Promise.race([answer, over])
    isStreaming = rule.isStream
    return result
  } catch (error) {
    throw isLost ? new LostError() : error
  } finally {
    clearTimeout(timer)
    // A stream goes on after its first answer and must still end with its line or its caller.
    if (!isStreaming) {
      stopListening()
      outer?.removeEventListener('abort', abort)
    }
  }
}
