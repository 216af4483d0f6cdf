const LEVELS = ['error', 'slow', 'event']
/** Class names, codes, procedures, places and events as the program itself writes them. */
const NAME = /^[\w.$/ :-]{1,80}$/
const FRAME = /^\s+at (?:async )?([\w.$<>[\] ]{0,120}?) ?\(?(?:file:\/\/)?([^()\s]*):(\d+):(\d+)\)?$/
/** Where the program's own files lie; what comes before may hold somebody's name. */
const OURS = /(?:^|[\\/])((?:electron|shared|out|renderer|tests|node_modules)[\\/][\w.@$\\/-]+|node:[\w/]+)$/
const MOST_FRAMES = 12

type Safe = Record<string, string | number | boolean | object>

/**
 * One line of the log without anything a person may have typed: times, levels, incident, names of errors and codes,
 * numbers, and frames of the program's own files. A message is left out whole, since it may quote what it met.
 * Undefined where the line is none of the log's own.
 */
export function safeLine(line: string): Safe | undefined {
  try {
    const { at, level, ...facts } = JSON.parse(line) as Record<string, unknown>
    if (typeof at !== 'string' || !/^[\d:.TZ-]{20,30}$/.test(at) || !LEVELS.includes(String(level))) return undefined
    return { at, level: String(level), ...(level === 'event' ? safeEvent(facts) : safeFacts(facts)) }
  } catch {
    return undefined
  }
}

/** Facts of an event are numbers, but for which of the shells it was. */
function safeEvent(facts: Record<string, unknown>): Safe {
  const kept = Object.entries(facts).filter(
    ([key, value]) => typeof value !== 'string' || (['name', 'shell'].includes(key) && /^[a-z-]{1,20}$/.test(value)),
  )
  return Object.fromEntries(kept.filter(([, value]) => value !== null && typeof value !== 'object')) as Safe
}

function safeFacts(facts: Record<string, unknown>): Safe {
  const safe: Safe = {}
  for (const key of ['incident', 'where', 'procedure', 'error', 'code']) {
    const value = facts[key]
    if (typeof value === 'string' && NAME.test(value) && isOurWord(key, value)) safe[key] = value
  }
  if (typeof facts.milliseconds === 'number') safe.milliseconds = facts.milliseconds
  if (typeof facts.stack === 'string') safe.frames = framesOf(facts.stack, String(facts.message))
  if (typeof facts.cause === 'object' && facts.cause !== null) safe.cause = safeFacts(facts.cause as typeof facts)
  return safe
}

function isOurWord(key: string, value: string): boolean {
  if (key === 'incident') return /^[0-9a-f]{10}$/.test(value)
  if (key === 'error') return /^[A-Z]\w*(Error|Exception)$/.test(value) || value === 'Error'
  if (key === 'code') return /^[A-Z][A-Z0-9_-]+$/.test(value) || /^[a-z]+(-[a-z]+)+$/.test(value)
  return /^[a-z]+(\.[a-zA-Z]+)?( [a-z]+){0,4}$/.test(value)
}

/** The stack begins with the message, which may look like a frame itself. */
function framesOf(stack: string, message: string): string[] {
  const start = stack.indexOf(message)
  return stack
    .slice(start === -1 ? stack.length : start + message.length)
    .split('\n')
    .flatMap((line) => {
      const [, name = '', path = '', row, column] = FRAME.exec(line) ?? []
      const place = OURS.exec(path)?.[1]
      return place ? [`${name.trim() || '-'} ${place}:${row}:${column}`] : []
    })
    .slice(0, MOST_FRAMES)
}
