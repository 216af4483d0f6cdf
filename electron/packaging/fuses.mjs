import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses'

/** All nine, by name. With the inspector off no test program can drive a release; that needs a build of its own. */
export const FUSES = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true,
}

/**
 * Sets all fuses of an Electron program and reads them back. Rejects where the file holds no fuses, has more of them
 * than are named here, or does not keep them.
 */
export async function setFuses(program, { resetAdHocDarwinSignature = false } = {}) {
  const named = Object.entries(FUSES).map(([name, isOn]) => [FuseV1Options[name], isOn])
  await flipFuses(program, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    resetAdHocDarwinSignature,
    ...Object.fromEntries(named),
  })
  const kept = await readFuses(program)
  const wrong = Object.keys(FUSES).filter((name) => kept[name] !== FUSES[name])
  if (wrong.length > 0) throw new Error(`${program}: these fuses did not stay as set: ${wrong.join(', ')}`)
}

/** As they are in the file: true, false, or undefined where this Electron no longer has one. */
export async function readFuses(program) {
  const wire = await getCurrentFuseWire(program)
  const states = { [FuseState.ENABLE]: true, [FuseState.DISABLE]: false }
  return Object.fromEntries(Object.keys(FUSES).map((name) => [name, states[wire[FuseV1Options[name]]]]))
}
