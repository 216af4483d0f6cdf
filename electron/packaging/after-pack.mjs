import { join } from 'node:path'
import { setFuses } from './fuses.mjs'

/** electron-builder calls it with the unpacked program, before anything is signed or wrapped into an installer. */
export async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const { productFilename } = packager.appInfo
  const program = {
    win32: `${productFilename}.exe`,
    darwin: `${productFilename}.app`,
    linux: packager.executableName ?? productFilename,
  }[electronPlatformName]
  if (!program) throw new Error(`No fuses are known for ${electronPlatformName}`)
  await setFuses(join(appOutDir, program), { resetAdHocDarwinSignature: electronPlatformName === 'darwin' })
}
