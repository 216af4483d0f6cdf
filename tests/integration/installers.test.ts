import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { temporaryFolder } from '../harness/hosts.ts'

const ROOT = join(import.meta.dirname, '../..')
const BUILDER = 'app-builder-lib@26.17.0'
const SCHEMA = join(ROOT, 'node_modules/.cache/chenxun', `${BUILDER}.schema.json`)

interface Seed {
  path: string
  name: string
  sha256: string
}

const { default: installers } = (await import(join(ROOT, 'electron/packaging/installers.mjs'))) as {
  default: Record<string, unknown> & { files: string[]; asarUnpack: string[] }
}
const { seedsOf, faultsOfSeeds } = (await import(join(ROOT, 'electron/packaging/seeds.mjs'))) as {
  seedsOf(platform: string): Seed[]
  faultsOfSeeds(folder: string, platform: string): Promise<{ path: string; fault: string }[]>
}
const reason = existsSync(SCHEMA) ? undefined : fetchSchema()

/** electron-builder's own schema out of its package, kept for the next run. Returns why there is none. */
function fetchSchema(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'chenxun-schema-'))
  try {
    const args = ['pack', BUILDER, '--silent', '--prefer-offline', '--pack-destination', folder]
    const { stdout, status } = spawnSync('npm', args, {
      encoding: 'utf8',
      timeout: 25_000,
      shell: process.platform === 'win32',
    })
    if (status !== 0) return `${BUILDER} could not be fetched`
    execFileSync('tar', ['-xzf', join(folder, stdout.trim()), '-C', folder, 'package/scheme.json'])
    mkdirSync(dirname(SCHEMA), { recursive: true })
    writeFileSync(SCHEMA, readFileSync(join(folder, 'package/scheme.json')))
    return undefined
  } catch (error) {
    return String(error).split('\n')[0]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('the configuration of the installers', () => {
  it.skipIf(reason)(
    `is valid by the schema of electron-builder${reason ? ` (${reason})` : ''}`,
    () => {
      const schema = z.fromJSONSchema(JSON.parse(readFileSync(SCHEMA, 'utf8')))
      // Functions are no JSON; the schema says of the hook only that it may be one.
      const { afterPack, ...plain } = installers
      expect(typeof afterPack).toBe('function')
      expect(schema.safeParse(plain).error?.issues).toBeUndefined()
      for (const wrong of [
        { asar: 'yes' },
        { afterpack: 'x' },
        { nsis: { oneClick: 'no' } },
        { linux: { icons: 1 } },
      ]) {
        expect(schema.safeParse({ ...plain, ...wrong }).success, JSON.stringify(wrong)).toBe(false)
      }
    },
    60_000,
  )

  it('makes NSIS, MSI, deb and AppImage, publishes nothing and deletes no records', () => {
    expect(installers).toMatchObject({
      win: { target: ['nsis', 'msi'] },
      linux: { target: ['deb', 'AppImage'] },
      publish: null,
      asar: true,
      npmRebuild: false,
      nsis: { deleteAppDataOnUninstall: false, guid: expect.stringMatching(/^[\dA-F-]{36}$/) },
      msi: { upgradeCode: expect.stringMatching(/^[\dA-F-]{36}$/) },
      appImage: { executableArgs: [] },
    })
    expect(JSON.stringify(installers)).not.toMatch(/sandbox|https?:/)
  })

  it('ships what runs and nothing else, with threads and library beside the archive', () => {
    expect(installers.files.filter((pattern) => !pattern.startsWith('!'))).toEqual([
      'package.json',
      'out/main/**',
      'out/preload/**',
      'out/renderer/**',
      'resources/**',
    ])
    // Patterns of one system alone would bring everything else back in.
    for (const system of ['win', 'linux'] as const) expect(installers[system]).not.toHaveProperty('files')
    expect(installers.asarUnpack).toEqual(
      expect.arrayContaining(['node_modules/better-sqlite3/**', 'out/main/*-worker.js', 'out/main/chunks/**']),
    )
  })
})

describe('the seeds for building without the internet', () => {
  it.each(['win32', 'linux'])('name every file of %s with its sum', (platform) => {
    const seeds = seedsOf(platform)
    expect(seeds.length).toBeGreaterThan(4)
    expect(seeds.filter(({ sha256 }) => !/^[\da-f]{64}$/.test(sha256))).toEqual([])
    expect(seeds.filter(({ path, name }) => !path.endsWith(`/${name}`))).toEqual([])
    expect(new Set(seeds.map(({ path }) => path)).size).toBe(seeds.length)
  })

  it('are checked before anything is built', async () => {
    const folder = temporaryFolder()
    const [first, second] = seedsOf('linux')
    for (const seed of [first, second]) {
      mkdirSync(dirname(join(folder, seed?.path ?? '')), { recursive: true })
      writeFileSync(join(folder, seed?.path ?? ''), 'not it')
    }
    const faults = await faultsOfSeeds(folder, 'linux')
    expect(faults).toHaveLength(seedsOf('linux').length)
    expect(faults.filter(({ fault }) => fault === 'differs').map(({ path }) => path)).toEqual([
      first?.path,
      second?.path,
    ])
    expect(createHash('sha256').update('not it').digest('hex')).not.toBe(first?.sha256)
    const { status, stderr } = spawnSync(process.execPath, ['electron/packaging/desktop.mjs', '--seeds', folder], {
      cwd: ROOT,
      encoding: 'utf8',
    })
    expect(status).toBe(1)
    expect(stderr).toContain(`differs: ${first?.path}`)
  })
})
