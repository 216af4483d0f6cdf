import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder that holds `resources` and `out`, found upwards from the running file: sources and built code lie at different depths. */
export function appRoot(): string {
  let folder = import.meta.dirname
  while (!(existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'resources')))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('The folder `resources` is missing from this installation')
    folder = parent
  }
  return folder
}

export function appVersion(): string {
  const { version } = JSON.parse(readFileSync(join(appRoot(), 'package.json'), 'utf8')) as { version: string }
  return version
}
