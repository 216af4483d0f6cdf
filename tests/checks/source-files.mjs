import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Every file below the folders, with forward slashes; works without git. */
export function sourceFiles(folders) {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
      .filter((path) => !path.includes('node_modules')),
  )
}
