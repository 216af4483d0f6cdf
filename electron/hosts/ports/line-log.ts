import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Clock, Log } from '../../service/ports.ts'

const MAX_BYTES = 5_000_000
const KEPT_FILES = 3
const MOST_LINES = 1_000
const MOST_LETTERS = 400_000

export interface LineLog extends Log {
  /** What happened to the program itself: started, stopped, restarted. Never what a person typed. */
  event(name: string, facts?: Record<string, string | number | boolean>): void
}

/** One JSON object per line, appended. A log that cannot be written never stops the work it reports on. */
export function createLineLog(path: string, clock: Clock): LineLog {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })

  function write(entry: object): void {
    try {
      rotateWhenLong(path)
      appendFileSync(path, `${JSON.stringify({ at: new Date(clock.now()).toISOString(), ...entry })}\n`, {
        mode: 0o600,
      })
    } catch {
      // The disk may be full or gone, which is then being reported through the answer itself.
    }
  }

  return {
    failure(error, where) {
      const incident = randomBytes(5).toString('hex')
      write({ level: 'error', incident, where, ...described(error) })
      return incident
    },
    slow: (procedure, milliseconds) => write({ level: 'slow', procedure, milliseconds: Math.round(milliseconds) }),
    recent: () => [`${path}.1`, path].flatMap(linesAtEnd).slice(-MOST_LINES),
    event: (name, facts = {}) => write({ level: 'event', name, ...facts }),
  }
}

function linesAtEnd(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').slice(-MOST_LETTERS).split('\n').filter(Boolean)
  } catch {
    return []
  }
}

function described(error: unknown): object {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = (error as { code?: unknown }).code
  return {
    error: error.name,
    message: error.message,
    ...(typeof code === 'string' ? { code } : {}),
    stack: error.stack,
    ...(error.cause instanceof Error ? { cause: described(error.cause) } : {}),
  }
}

function rotateWhenLong(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size < MAX_BYTES) return
  for (let number = KEPT_FILES - 1; number >= 1; number--) {
    const older = `${path}.${number}`
    if (statSync(older, { throwIfNoEntry: false })) renameSync(older, `${path}.${number + 1}`)
  }
  renameSync(path, `${path}.1`)
}
