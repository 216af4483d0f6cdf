import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  assertLocalDisk,
  defaultDataFolder,
  prepareDataFolder,
  UnusableDataFolderError,
} from '../../electron/hosts/data-folder.ts'
import { appRoot } from '../../electron/hosts/ports/app-root.ts'
import { createFileStore } from '../../electron/hosts/ports/file-store.ts'
import { createLineLog } from '../../electron/hosts/ports/line-log.ts'
import { createPinHash } from '../../electron/hosts/ports/pin-hash.ts'
import { createContent } from '../../electron/hosts/ports/shipped-content.ts'
import { systemIds } from '../../electron/hosts/ports/system-ids.ts'
import { temporaryFolder } from '../harness/hosts.ts'

const CHEAP = { ln: 4, r: 8, p: 1 }

describe('the data folder', () => {
  it.each([
    ['win32', { LOCALAPPDATA: '/local' }, '/local/Chenxun'],
    ['darwin', {}, '/home/me/Library/Application Support/Chenxun'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/chenxun'],
    ['linux', { XDG_DATA_HOME: '' }, '/home/me/.local/share/chenxun'],
    ['linux', {}, '/home/me/.local/share/chenxun'],
  ] as const)('lies where %s keeps such things', (platform, env, expected) => {
    expect(defaultDataFolder({ platform, env, home: '/home/me' })).toBe(expected)
  })

  it('is made private, and an old one of ours is made private again', () => {
    const folder = join(temporaryFolder(), 'a', 'b')
    expect(statSync(prepareDataFolder(folder)).mode & 0o777).toBe(0o700)
    const loose = join(temporaryFolder(), 'loose')
    mkdirSync(loose)
    writeFileSync(join(loose, 'chenxun.lock'), '')
    expect(statSync(prepareDataFolder(loose)).mode & 0o777).toBe(0o700)
  })

  it('leaves the mode of a folder with other things alone', () => {
    const folder = join(temporaryFolder(), 'shared')
    mkdirSync(folder)
    writeFileSync(join(folder, 'other.txt'), '')
    const before = statSync(folder).mode
    prepareDataFolder(folder)
    expect(statSync(folder).mode).toBe(before)
  })

  it.each([0x6969, 0xff534d42, 0xfe534d42, 0x65735546, 0x01021997])('refuses a network drive of type %d', (type) => {
    expect(() => assertLocalDisk('/data', type)).toThrow(UnusableDataFolderError)
  })

  it('refuses a share by its name and takes a local disk', () => {
    expect(() => assertLocalDisk('\\\\server\\share', 0)).toThrow(UnusableDataFolderError)
    expect(() => assertLocalDisk('/data', 0xef53)).not.toThrow()
  })

  it('says so where it cannot be made', () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    expect(() => prepareDataFolder(join(file, 'x'))).toThrow(UnusableDataFolderError)
  })
})

describe('the file store', () => {
  it('keeps bytes by their hash, once, under two levels of folders', () => {
    const folder = temporaryFolder()
    const store = createFileStore(folder)
    const bytes = Buffer.from('photo')
    const hash = store.put(bytes)
    expect(store.put(bytes)).toBe(hash)
    expect(store.get(hash)).toEqual(bytes)
    expect(readdirSync(join(folder, hash.slice(0, 2), hash.slice(2, 4)))).toEqual([hash])
    store.remove(hash)
    store.remove(hash)
    expect(store.get(hash)).toBeUndefined()
  })

  it('mends a file that was cut short', () => {
    const folder = temporaryFolder()
    const store = createFileStore(folder)
    const hash = store.put(Buffer.from('photo'))
    const path = join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)
    writeFileSync(path, 'ph')
    store.put(Buffer.from('photo'))
    expect(readFileSync(path, 'utf8')).toBe('photo')
  })

  it.each(['', '..', '../../etc/passwd', 'A'.repeat(64), 'g'.repeat(64)])('takes %j for no hash', (hash) => {
    expect(() => createFileStore(temporaryFolder()).get(hash)).toThrow()
  })
})

describe('the log', () => {
  it('writes one line of JSON per event and gives failures an id', () => {
    const path = join(temporaryFolder(), 'logs', 'chenxun.log')
    const log = createLineLog(path, { now: () => 0 })
    const incident = log.failure(new Error('broken', { cause: new Error('disk') }), 'patrols.answer')
    log.slow('patrols.list', 51.4)
    log.event('started', { pid: 1 })
    const lines = readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines).toMatchObject([
      {
        at: '1970-01-01T00:00:00.000Z',
        level: 'error',
        incident,
        where: 'patrols.answer',
        message: 'broken',
        cause: { message: 'disk' },
      },
      { level: 'slow', procedure: 'patrols.list', milliseconds: 51 },
      { level: 'event', name: 'started', pid: 1 },
    ])
  })

  it('turns over when it grows long and keeps three', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'chenxun.log')
    const log = createLineLog(path, { now: () => 0 })
    for (let round = 0; round < 5; round += 1) {
      writeFileSync(path, 'x'.repeat(5_000_001))
      log.event('next')
    }
    expect(readdirSync(folder).sort()).toEqual(['chenxun.log', 'chenxun.log.1', 'chenxun.log.2', 'chenxun.log.3'])
    expect(statSync(path).size).toBeLessThan(1_000)
  })

  it('never stops the work it reports on', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'chenxun.log'))
    const log = createLineLog(join(folder, 'chenxun.log'), { now: () => 0 })
    expect(log.failure(new Error('x'), 'y')).toMatch(/^[0-9a-f]{10}$/)
  })
})

describe('PINs', () => {
  it('are stored at the cost that was asked for and told apart', async () => {
    const pins = createPinHash()
    const stored = await pins.hash('135790')
    expect(stored).toMatch(/^\$scrypt\$ln=17,r=8,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(await pins.verify('135790', stored)).toBe(true)
    expect(await pins.verify('135791', stored)).toBe(false)
    expect(pins.needsRehash(stored)).toBe(false)
  })

  it('never have the same hash twice', async () => {
    const pins = createPinHash(CHEAP)
    expect(await pins.hash('135790')).not.toBe(await pins.hash('135790'))
  })

  it('are hashed anew when the cost has risen', async () => {
    const stored = await createPinHash(CHEAP).hash('135790')
    const dearer = createPinHash({ ...CHEAP, ln: 5 })
    expect(await dearer.verify('135790', stored)).toBe(true)
    expect(dearer.needsRehash(stored)).toBe(true)
  })

  it.each([
    '',
    'plain',
    '$scrypt$ln=40,r=8,p=1$AAAA$AAAA',
    '$scrypt$ln=4,r=8,p=1$AAAA$AAAA',
    '$scrypt$ln=0,r=8,p=1$AAAA$AAAA',
  ])('do not match the stored text %j', async (stored) => {
    expect(await createPinHash(CHEAP).verify('135790', stored)).toBe(false)
  })

  it('are derived one at a time, and a failure does not hold up the next', async () => {
    const pins = createPinHash(CHEAP)
    const stored = await pins.hash('1')
    const results = await Promise.all(['1', '2', '1'].map((pin) => pins.verify(pin, stored)))
    expect(results).toEqual([true, false, true])
  })
})

describe('ids and content', () => {
  it('gives ids that sort by time and digits that are digits', () => {
    expect(systemIds.uid(1_000_000) < systemIds.uid(2_000_000)).toBe(true)
    expect(systemIds.uid(0)[14]).toBe('7')
    expect(systemIds.digits(6)).toMatch(/^\d{6}$/)
  })

  it('reads shipped files only', () => {
    const content = createContent(join(appRoot(), 'resources'))
    expect(content.json('checklists/outlet-standard.json')).toBe(content.json('checklists/outlet-standard.json'))
    expect(existsSync(join(appRoot(), 'package.json'))).toBe(true)
    expect(() => content.json('../package.json')).toThrow('not under resources')
  })
})
