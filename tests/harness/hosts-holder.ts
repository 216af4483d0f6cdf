import { prepareDataFolder } from '../../electron/hosts/data-folder.ts'
import { FolderInUseError, lockFolder } from '../../electron/hosts/folder-lock.ts'

/** Takes the lock of a folder, says how it went, and stays. */
const folder = prepareDataFolder(process.argv[2])
const goOn = setInterval(() => {}, 1_000)
try {
  await lockFolder(folder, 'command')
  console.log(JSON.stringify({ won: true, pid: process.pid }))
} catch (error) {
  if (!(error instanceof FolderInUseError)) throw error
  console.log(JSON.stringify({ won: false, holder: error.holder }))
  clearInterval(goOn)
}
