import { readFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import type { Content } from '../../service/ports.ts'

/** Shipped data files, each read once. */
export function createContent(folder: string): Content {
  const root = resolve(folder)
  const known = new Map<string, unknown>()
  const placeOf = (path: string) => {
    const file = join(root, path)
    if (!file.startsWith(root + sep)) throw new Error(`${path} is not under resources`)
    return file
  }
  return {
    json(path) {
      if (!known.has(path)) {
        known.set(path, JSON.parse(readFileSync(placeOf(path), 'utf8')))
      }
      return known.get(path)
    },
    bytes: (path) => readFileSync(placeOf(path)),
  }
}
