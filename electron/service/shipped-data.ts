import type { z } from 'zod'
import type { Ports } from './ports.ts'

const parsed = new WeakMap<Ports['content'], Map<z.ZodType, Map<string, unknown>>>()

/**
 * A data file under `resources/`, parsed once per content and schema and kept: shipped files do not change while we
 * run, and two features may each read their own part of one file.
 */
export function readShipped<S extends z.ZodType>(content: Ports['content'], path: string, schema: S): z.output<S> {
  const bySchema = parsed.get(content) ?? new Map<z.ZodType, Map<string, unknown>>()
  parsed.set(content, bySchema)
  const files = bySchema.get(schema) ?? new Map<string, unknown>()
  bySchema.set(schema, files)
  if (!files.has(path)) files.set(path, schema.parse(content.json(path)))
  return files.get(path) as z.output<S>
}
