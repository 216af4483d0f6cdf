import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const SOURCE = /\.(ts|tsx|js|mjs|cjs|css|html|json)$/
const NOT_SHIPPED = /\.test(-d)?\.tsx?$|tsconfig\.json$/

export interface Source {
  /** From the root of the project, with `/`. */
  name: string
  text: string
}

/** The shipped sources below these folders, as text. */
export function sourcesOf(...folders: readonly string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && SOURCE.test(entry.name) && !NOT_SHIPPED.test(entry.name))
      .map((entry) => {
        const path = join(entry.parentPath, entry.name)
        return { name: path.slice(ROOT.length + 1).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }
      }),
  )
}

/** Names of the sources in which the pattern occurs. */
export function using(sources: readonly Source[], pattern: RegExp): string[] {
  return sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name)
}
