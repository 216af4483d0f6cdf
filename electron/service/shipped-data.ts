import type { z } from 'zod'
import type { Ports } from './ports.ts'

const parsed = new WeakMap<Ports['content'], Map<string, unknown>>()

/** A data file under `resources/`, parsed once per content and kept: shipped files do not change while we run. */
export function readShipped<S extends z.ZodType>(content: Ports['content'], path: string, schema: S): z.output<S> {
  const files = parsed.get(content) ?? new Map<string, unknown>()
  parsed.set(content, files)
  if (!files.has(path)) files.set(path, schema.parse(content.json(path)))
  return files.get(path) as z.output<S>
}
