import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SHIPPED_FUSES, writeFuseFile } from '../harness/fuse-file.ts'
import { temporaryFolder } from '../harness/hosts.ts'
import { proved } from '../harness/proved.ts'

const PACKAGING = join(import.meta.dirname, '../../electron/packaging')
const { setFuses, readFuses } = (await import(join(PACKAGING, 'fuses.mjs'))) as {
  setFuses(program: string): Promise<void>
  readFuses(program: string): Promise<Record<string, boolean | undefined>>
}
const { afterPack } = (await import(join(PACKAGING, 'after-pack.mjs'))) as {
  afterPack(context: object): Promise<void>
}
const { default: installers } = (await import(join(PACKAGING, 'installers.mjs'))) as {
  default: { afterPack: unknown }
}

/** In the order of the wire. */
const WANTED = [
  ['RunAsNode', false],
  ['EnableCookieEncryption', true],
  ['EnableNodeOptionsEnvironmentVariable', false],
  ['EnableNodeCliInspectArguments', false],
  ['EnableEmbeddedAsarIntegrityValidation', true],
  ['OnlyLoadAppFromAsar', true],
  ['LoadBrowserProcessSpecificV8Snapshot', false],
  ['GrantFileProtocolExtraPrivileges', false],
  ['WasmTrapHandlers', true],
] as const

const newFile = (options?: Parameters<typeof writeFuseFile>[1]) =>
  writeFuseFile(join(temporaryFolder(), 'program'), options)

describe('S1.19 fuses', () => {
  it.each(WANTED)('S1.19 %s is set to %s, whatever it was', async (name, isOn) => {
    const faults: string[] = []
    for (const fuses of [SHIPPED_FUSES, '000000000', '111111111']) {
      const program = newFile({ fuses })
      await setFuses(program)
      const read = await readFuses(program)
      const byte = readFileSync(program).toString('latin1').split('\x01\x09')[1]?.[
        WANTED.findIndex(([one]) => one === name)
      ]
      if (read[name] !== isOn || byte !== (isOn ? '1' : '0')) faults.push(`${fuses}: ${read[name]}, ${byte}`)
    }
    expect(faults).toEqual([])
    proved({ id: 'S1', runs: 3, bad: faults.length })
  })

  it('S1.19 changes the nine bytes and no other', async () => {
    const program = newFile()
    const before = readFileSync(program)
    await setFuses(program)
    const after = readFileSync(program)
    const changed = [...before.keys()].filter((index) => before[index] !== after[index])
    const start = 5_000 + 32 + 2
    expect(after).toHaveLength(before.length)
    expect(changed.every((index) => index >= start && index < start + WANTED.length)).toBe(true)
    proved({ id: 'S1', runs: 1, bad: 0 })
  })

  it.each([
    ['linux', 'chenxun'],
    ['win32', 'Chenxun.exe'],
    ['darwin', 'Chenxun.app/Contents/Frameworks/Electron Framework.framework/Electron Framework'],
  ])('S1.19 sets them in the hook of the installers: %s', async (electronPlatformName, file) => {
    const appOutDir = temporaryFolder()
    const program = join(appOutDir, file)
    mkdirSync(dirname(program), { recursive: true })
    writeFuseFile(program)
    const packager = { appInfo: { productFilename: 'Chenxun' }, executableName: 'chenxun' }
    const packed = afterPack({ appOutDir, electronPlatformName, packager })
    // Only a Mac can sign again what was changed; elsewhere that step is the one that fails.
    if (electronPlatformName === 'darwin') await packed.catch(() => undefined)
    else await packed
    expect(await readFuses(program)).toEqual(Object.fromEntries(WANTED))
    expect(installers.afterPack).toBe(afterPack)
    proved({ id: 'S1', runs: WANTED.length, bad: 0 })
  })

  it.each([
    ['without fuses', { sentinel: 'x'.repeat(32) }, /sentinel/],
    ['with one fuse more than are named', { fuses: `${SHIPPED_FUSES}0` }, /strictlyRequireAllFuses/],
    ['with fuses of another kind', { version: 2 }, /version/],
    ['with fewer', { fuses: SHIPPED_FUSES.slice(1) }, /not long enough/],
  ])('S1.19 fails loudly on a program %s, which stays as it was', async (_what, options, message) => {
    const appOutDir = temporaryFolder()
    const program = writeFuseFile(join(appOutDir, 'chenxun'), options)
    const before = readFileSync(program)
    const packager = { appInfo: { productFilename: 'Chenxun' }, executableName: 'chenxun' }
    await expect(afterPack({ appOutDir, electronPlatformName: 'linux', packager })).rejects.toThrow(message)
    expect(readFileSync(program).equals(before)).toBe(true)
    await expect(afterPack({ appOutDir, electronPlatformName: 'freebsd', packager })).rejects.toThrow('freebsd')
    proved({ id: 'S1', runs: 1, bad: 0 })
  })
})
