import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../electron/launcher/ensure-built.mjs'
import { billOfMaterials, licensePage, shippedPackages } from '../../electron/packaging/licenses.mjs'
import { proved } from '../harness/proved.ts'

const ROOT = join(import.meta.dirname, '../..')
/** None of them asks for our sources or forbids a use. */
const ALLOWED = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'OFL-1.1', 'Zlib'])

/** Of a choice one that may be is enough; of what holds together each must. */
function mayBe(license: string): boolean {
  const bare = license.replace(/^\((.*)\)$/, '$1')
  if (bare.includes(' OR ')) return bare.split(' OR ').some(mayBe)
  return bare.split(' AND ').every((one) => ALLOWED.has(one))
}

interface Locked {
  version: string
  integrity?: string
  resolved?: string
  hasInstallScript?: boolean
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
}

const readJson = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'))
const { dependencies, devDependencies, allowScripts } = readJson('package.json') as {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  allowScripts: Record<string, boolean>
}
const DIRECT = Object.keys({ ...dependencies, ...devDependencies })
const lock = readJson('package-lock.json').packages as Record<string, Locked>
const locked = Object.entries(lock).filter(([place]) => place !== '')
const nameAt = (place: string) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** Known holes of everything in the lock, or why they are not known now. */
function audit(): { holes: { name: string; severity: string }[]; reason?: string } {
  const { stdout } = spawnSync('npm', ['audit', '--json', '--fetch-retries=0', '--fetch-timeout=10000'], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: 25_000,
    shell: process.platform === 'win32',
  })
  try {
    const { vulnerabilities, message } = JSON.parse(stdout)
    if (!vulnerabilities)
      return { holes: [], reason: `the registry does not answer an audit: ${String(message).slice(0, 60)}` }
    return { holes: Object.values(vulnerabilities) }
  } catch {
    return { holes: [], reason: 'npm audit gave no answer' }
  }
}

const { holes, reason } = audit()

beforeAll(() => ensureBuilt(), 120_000)

describe('S16 dependencies', () => {
  it('S16 everything shipped stands in the bill of materials and on the licence page, under a licence that may be', () => {
    const shipped = shippedPackages()
    const page = licensePage()
    const { components } = billOfMaterials('0.0.0')
    const faults = shipped.flatMap(({ name, version, license, folder }) => {
      const start = page.indexOf(`## ${name} ${version}\n\nLicence: ${license}\n`)
      const text = page.slice(start).split('```')[1] ?? ''
      return [
        mayBe(license) ? '' : `${name}: ${license || 'no licence'}`,
        start >= 0 && text.length > 300 ? '' : `${name}: no text on the page`,
        lock[folder.replaceAll('\\', '/')]?.version === version ? '' : `${name} ${version}: not in the lock`,
        components.some((one) => one.name === name && one.version === version && one.licenses)
          ? ''
          : `${name}: no bill`,
      ].filter(Boolean)
    })
    const names = new Set(shipped.map(({ name }) => name))
    for (const name of ['better-sqlite3', 'node', 'react', 'antd', 'zod', 'docx', 'age-encryption']) {
      if (!names.has(name)) faults.push(`${name} is not listed`)
    }
    for (const name of ['vitest', 'typescript', '@electron/fuses'])
      if (names.has(name)) faults.push(`${name} is shipped`)
    expect([mayBe('(MIT OR GPL-3.0)'), mayBe('GPL-3.0'), mayBe('(MIT AND GPL-3.0)')]).toEqual([true, false, false])
    expect(faults).toEqual([])
    proved({ id: 'S16', runs: shipped.length * 4, bad: faults.length })
  })

  it('S16 every package of the lock is fixed by its sum, and runs nothing when installed unless it is named', () => {
    const faults = locked.flatMap(([place, { integrity, resolved, hasInstallScript }]) => [
      ...(/^sha512-/.test(integrity ?? '') ? [] : [`${place}: no sum`]),
      ...(resolved === undefined ? [] : [`${place}: an address`]),
      ...(hasInstallScript && !(nameAt(place) in allowScripts)
        ? [`${place}: an install script nobody decided on`]
        : []),
    ])
    const known = new Set(locked.map(([place]) => nameAt(place)))
    faults.push(...Object.keys(allowScripts).filter((name) => !known.has(name)))
    const exact = Object.entries({ ...dependencies, ...devDependencies })
    faults.push(
      ...exact.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)).map(([name]) => `${name}: no exact version`),
    )
    expect(faults).toEqual([])
    expect(Object.entries(allowScripts).filter(([, isOn]) => isOn)).toEqual([['node', true]])
    proved({ id: 'S16', runs: locked.length, bad: faults.length })
  })

  it('S16 every package has somebody who wants it: a line in DECISIONS.md, or a package that has one', () => {
    const table = readFileSync(join(ROOT, 'DECISIONS.md'), 'utf8').split('## Packages')[1] ?? ''
    const named = [...table.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, cell = '']) => cell.split(/,\s*|\s+/))
    const isNamed = (name: string) =>
      named.some((one) => one === name || (one.endsWith('/*') && name.startsWith(one.slice(0, -1))))
    const unnamed = DIRECT.filter((name) => !isNamed(name))
    const wanted = reachable()
    const orphans = locked.filter(([place]) => !wanted.has(place)).map(([place]) => place)
    expect({ unnamed, orphans }).toEqual({ unnamed: [], orphans: [] })
    expect(isNamed('left-pad')).toBe(false)
    proved({ id: 'S16', runs: locked.length, bad: unnamed.length + orphans.length })
  })

  it.skipIf(reason)(`S16 no shipped package has a known serious hole${reason ? ` (${reason})` : ''}`, () => {
    const shipped = new Set(shippedPackages().map(({ name }) => name))
    const serious = holes.filter(({ name, severity }) => shipped.has(name) && /high|critical/.test(severity))
    expect(serious).toEqual([])
    proved({ id: 'S16', runs: shipped.size, bad: serious.length })
  })
})

/** Places in the lock that the direct dependencies lead to, looked up as Node looks for packages. */
function reachable(): Set<string> {
  const found = new Set<string>()
  const waiting = DIRECT.map((name) => ({ name, from: '' }))
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const place = placeOf(next.name, next.from)
    if (place === undefined || found.has(place)) continue
    found.add(place)
    const { dependencies: needs, optionalDependencies, peerDependencies } = lock[place] ?? {}
    for (const name of Object.keys({ ...needs, ...optionalDependencies, ...peerDependencies })) {
      waiting.push({ name, from: place })
    }
  }
  return found
}

function placeOf(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`
    if (place in lock) return place
    if (folder === '') return undefined
  }
}
