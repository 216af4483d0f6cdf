import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from './node-version.mjs'

/** The zip program brings this file; with it nothing is ever built and Electron is never looked for. */
export const IS_PORTABLE = existsSync(join(ROOT, 'portable.json'))

/**
 * Where the zip program keeps its records: beside the program when they are there already or the folder is local and
 * writable, else at the usual place; records that are already at the usual place stay there.
 */
export function portableFolder({ prepareDataFolder, defaultDataFolder }) {
  const beside = join(dirname(ROOT), 'data')
  const usual = defaultDataFolder()
  const holdsRecords = (folder) => existsSync(join(folder, 'chenxun.db'))
  if (!holdsRecords(beside) && holdsRecords(usual)) return prepareDataFolder(usual)
  try {
    return prepareDataFolder(beside)
  } catch (error) {
    if (holdsRecords(beside)) throw error
    return prepareDataFolder(usual)
  }
}
