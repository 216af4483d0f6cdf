import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** A thread's own file: one folder up in the sources; in the build beside the host or, from a shared chunk, above it. */
export function workerFile(name: string): string {
  const here = unpacked(import.meta.dirname)
  const places = import.meta.filename.endsWith('.ts')
    ? [join(here, '..', `${name}.ts`)]
    : [join(here, `${name}.js`), join(here, '..', `${name}.js`)]
  const found = places.find((place) => existsSync(place))
  if (!found) throw new Error(`${places[0]} is missing from this installation`)
  return found
}

/** A thread starts from a real file: the installers keep the built files of threads beside the archive of the program. */
export function unpacked(folder: string): string {
  return folder.replace(/([\\/]app\.asar)(?=[\\/]|$)/, '$1.unpacked')
}
